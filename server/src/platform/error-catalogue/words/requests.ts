import type { REQUEST_ERRORS } from '../requests.ts';
import type { Translations } from '../entry.ts';

export const REQUEST_WORDS: Translations<keyof typeof REQUEST_ERRORS> = {
  de: {
    validation_failed: 'Die Anfrage ist nicht gültig.',
    bad_request: 'Die Anfrage ist nicht gültig.',
    not_found: 'Unter dieser Adresse gibt es nichts.',
    length_required: 'Die Länge einer Datei muss vorab angegeben werden.',
    too_large: 'Das ist größer, als der Dienst annimmt.',
    text_too_large: 'Dieser Text ist zu lang oder zu stark formatiert.',
    csv_unreadable: 'Diese Datei kann nicht als CSV gelesen werden.',
    unsupported_media_type: 'Der Dienst nimmt diese Art von Inhalt nicht an.',
    rate_limited: 'Zu viele Anfragen. Warten Sie einen Moment und versuchen Sie es dann noch einmal.',
    letter_quota_reached: 'Mehr von diesen E-Mails können im Moment nicht angefordert werden.',
    unexpected:
      'Bei uns ist etwas schiefgegangen. Versuchen Sie es noch einmal. Wenn es wieder passiert, nennen Sie Ihrem Administrator die ID ' +
      'der Anfrage.',
  },
  es: {
    validation_failed: 'La solicitud no es válida.',
    bad_request: 'La solicitud no es válida.',
    not_found: 'No hay nada en esta dirección.',
    length_required: 'La longitud de un archivo debe indicarse de antemano.',
    too_large: 'Es más grande de lo que acepta el servicio.',
    text_too_large: 'Este texto es demasiado largo o tiene demasiado formato.',
    csv_unreadable: 'Este archivo no se puede leer como CSV.',
    unsupported_media_type: 'El servicio no acepta este tipo de contenido.',
    rate_limited: 'Demasiadas solicitudes. Espere un momento e inténtelo de nuevo.',
    letter_quota_reached: 'Por ahora no se pueden solicitar más correos de este tipo.',
    unexpected:
      'Algo salió mal por nuestra parte. Inténtelo de nuevo; si vuelve a ocurrir, indique a su administrador el ID de la solicitud.',
  },
  fr: {
    validation_failed: 'La demande n’est pas valide.',
    bad_request: 'La demande n’est pas valide.',
    not_found: 'Il n’y a rien à cette adresse.',
    length_required: 'La longueur d’un fichier doit être indiquée d’avance.',
    too_large: 'C’est plus volumineux que ce que le service accepte.',
    text_too_large: 'Ce texte est trop long, ou trop mis en forme.',
    csv_unreadable: 'Ce fichier ne peut pas être lu comme CSV.',
    unsupported_media_type: 'Le service n’accepte pas ce type de contenu.',
    rate_limited: 'Trop de demandes. Attendez un instant, puis réessayez.',
    letter_quota_reached: 'Pour le moment, il n’est pas possible de demander davantage de ces e-mails.',
    unexpected:
      'Un problème est survenu de notre côté. Réessayez ; si cela se reproduit, donnez l’ID de la demande à votre administrateur.',
  },
  ja: {
    validation_failed: 'リクエストが正しくありません。',
    bad_request: 'リクエストが正しくありません。',
    not_found: 'このアドレスには何もありません。',
    length_required: 'ファイルの長さを先に指定する必要があります。',
    too_large: 'サービスが受け付けるサイズを超えています。',
    text_too_large: 'このテキストは長すぎるか、書式が多すぎます。',
    csv_unreadable: 'このファイルは CSV として読み取れません。',
    unsupported_media_type: 'サービスはこの種類のコンテンツを受け付けません。',
    rate_limited: 'リクエストが多すぎます。しばらくしてからもう一度お試しください。',
    letter_quota_reached: '現在、このメールをこれ以上要求できません。',
    unexpected: 'サービス側で問題が発生しました。もう一度お試しください。再発する場合は、リクエスト ID を管理者に連絡してください。',
  },
  'pt-BR': {
    validation_failed: 'A solicitação não é válida.',
    bad_request: 'A solicitação não é válida.',
    not_found: 'Não há nada neste endereço.',
    length_required: 'O tamanho de um arquivo precisa ser informado antes.',
    too_large: 'Isto é maior do que o serviço aceita.',
    text_too_large: 'Este texto é longo demais ou tem formatação demais.',
    csv_unreadable: 'Este arquivo não pode ser lido como CSV.',
    unsupported_media_type: 'O serviço não aceita este tipo de conteúdo.',
    rate_limited: 'Solicitações demais. Aguarde um momento e tente novamente.',
    letter_quota_reached: 'No momento, não é possível pedir mais emails deste tipo.',
    unexpected: 'Algo deu errado do nosso lado. Tente novamente; se acontecer de novo, informe ao administrador o ID da solicitação.',
  },
};
