import type { ORG_TRUST_ERRORS } from '../org-trust.ts';
import type { Translations } from '../entry.ts';

export const ORG_TRUST_WORDS: Translations<keyof typeof ORG_TRUST_ERRORS> = {
  de: {
    certificate_missing: 'Wählen Sie zuerst die Zertifikatdatei aus. Ihr Name endet mit .crt.',
    private_key_uploaded:
      'Diese Datei enthält einen privaten Schlüssel. Sie wurde nicht behalten. Laden Sie das Zertifikat (.crt) hoch, das Sie in ' +
      'Salesforce herunterladen können, niemals einen Schlüssel.',
    not_a_certificate:
      'Diese Datei ist kein Zertifikat. Laden Sie es in Salesforce unter „Zertifikat- und Schlüsselverwaltung“ herunter. Der Name der ' +
      'Datei endet mit .crt.',
    certificate_not_rsa:
      'Der Schlüssel dieses Zertifikats ist kein RSA-Schlüssel. Erstellen Sie in Salesforce ein selbstsigniertes Zertifikat mit einem ' +
      'RSA-Schlüssel.',
    certificate_key_too_short: 'Der Schlüssel dieses Zertifikats ist zu kurz.',
    certificate_not_yet_valid: 'Dieses Zertifikat ist noch nicht gültig.',
    not_a_lightning_address:
      'Das ist keine Adresse von Salesforce Lightning. Öffnen Sie einen beliebigen Datensatz in Salesforce und kopieren Sie, was in der ' +
      'Adressleiste steht.',
    lightning_address_of_another_org:
      'Diese Adresse gehört zu einer anderen Salesforce-Organisation als der, in der Sie sich angemeldet haben.',
    administrator_proof_needed: 'Melden Sie sich zuerst noch einmal mit Salesforce an, als Salesforce-Administrator.',
    salesforce_admins_only: 'Nur ein Salesforce-Administrator kann eine Organisation verbinden. Bitten Sie Ihren, diese Seite zu öffnen.',
    certificate_revoked:
      'Dieses Zertifikat oder ein anderes mit demselben Schlüssel wurde widerrufen. Erstellen Sie in Salesforce ein neues.',
    certificates_in_use:
      'Mit beiden Zertifikaten wurden Besuche Ihrer Organisation signiert. Deshalb entfernt ein Upload keines von beiden. Widerrufen ' +
      'Sie das, das Sie nicht mehr brauchen, und laden Sie dann noch einmal hoch.',
    last_certificate:
      'Kein anderes Zertifikat hat zuletzt einen Besuch Ihrer Organisation signiert. Ohne dieses könnte also niemand MSI Actions ' +
      'verwenden. Laden Sie ein neues hoch, nennen Sie es in der Einstellung in Salesforce, öffnen Sie das Panel einmal und widerrufen ' +
      'Sie dann dieses.',
  },
  es: {
    certificate_missing: 'Elija primero el archivo del certificado. Su nombre termina en .crt.',
    private_key_uploaded:
      'Este archivo contiene una clave privada. No se ha guardado. Cargue el certificado (.crt) que Salesforce permite descargar, nunca ' +
      'una clave.',
    not_a_certificate:
      'Este archivo no es un certificado. Descárguelo en Salesforce en Gestión de certificados y claves; su nombre termina en .crt.',
    certificate_not_rsa: 'La clave de este certificado no es RSA. Cree en Salesforce un certificado autofirmado con una clave RSA.',
    certificate_key_too_short: 'La clave de este certificado es demasiado corta.',
    certificate_not_yet_valid: 'Este certificado aún no es válido.',
    not_a_lightning_address:
      'Esta no es una dirección de Salesforce Lightning. Abra cualquier registro en Salesforce y copie lo que aparece en la barra de ' +
      'direcciones.',
    lightning_address_of_another_org:
      'Esta dirección pertenece a una organización de Salesforce distinta de aquella en la que inició sesión.',
    administrator_proof_needed: 'Inicie sesión primero de nuevo con Salesforce, como administrador de Salesforce.',
    salesforce_admins_only: 'Solo un administrador de Salesforce puede conectar una organización. Pida al suyo que abra esta página.',
    certificate_revoked: 'Este certificado, u otro con la misma clave, fue revocado. Cree uno nuevo en Salesforce.',
    certificates_in_use:
      'Ambos certificados han firmado visitas de su organización, así que una carga no elimina ninguno. Revoque el que ya no necesite y ' +
      'cargue de nuevo.',
    last_certificate:
      'Ningún otro certificado ha firmado últimamente una visita de su organización, así que sin este nadie podría usar MSI Actions. ' +
      'Cargue uno nuevo, indíquelo en la configuración de Salesforce, abra el panel una vez y revoque este después.',
  },
  fr: {
    certificate_missing: 'Choisissez d’abord le fichier du certificat. Son nom se termine par .crt.',
    private_key_uploaded:
      'Ce fichier contient une clé privée. Il n’a pas été conservé. Chargez le certificat (.crt) que Salesforce permet de télécharger, ' +
      'jamais une clé.',
    not_a_certificate:
      'Ce fichier n’est pas un certificat. Téléchargez-le dans Salesforce sous Gestion des certificats et des clés ; son nom se termine ' +
      'par .crt.',
    certificate_not_rsa: 'La clé de ce certificat n’est pas de type RSA. Créez dans Salesforce un certificat autosigné avec une clé RSA.',
    certificate_key_too_short: 'La clé de ce certificat est trop courte.',
    certificate_not_yet_valid: 'Ce certificat n’est pas encore valide.',
    not_a_lightning_address:
      'Ce n’est pas une adresse de Salesforce Lightning. Ouvrez un enregistrement dans Salesforce et copiez le contenu de la barre ' +
      'd’adresse.',
    lightning_address_of_another_org: 'Cette adresse appartient à une autre organisation Salesforce que celle de votre connexion.',
    administrator_proof_needed: 'Connectez-vous d’abord de nouveau avec Salesforce, en tant qu’administrateur Salesforce.',
    salesforce_admins_only: 'Seul un administrateur Salesforce peut connecter une organisation. Demandez au vôtre d’ouvrir cette page.',
    certificate_revoked: 'Ce certificat, ou un autre avec la même clé, a été révoqué. Créez-en un nouveau dans Salesforce.',
    certificates_in_use:
      'Les deux certificats ont signé des visites de votre organisation : un chargement n’en supprime donc aucun. Révoquez celui dont ' +
      'vous n’avez plus besoin, puis chargez de nouveau.',
    last_certificate:
      'Aucun autre certificat n’a signé récemment de visite de votre organisation : sans celui-ci, personne ne pourrait utiliser MSI ' +
      'Actions. Chargez-en un nouveau, indiquez son nom dans le paramètre de Salesforce, ouvrez le panneau une fois, puis révoquez ' +
      'celui-ci.',
  },
  ja: {
    certificate_missing: '先に証明書ファイルを選択してください。ファイル名の末尾は .crt です。',
    private_key_uploaded:
      'このファイルには秘密鍵が含まれています。保存していません。Salesforce からダウンロードできる証明書 (.crt) をアップロードし、鍵は決してアップロードしないでください。',
    not_a_certificate:
      'このファイルは証明書ではありません。Salesforce の [証明書と鍵の管理] からダウンロードしてください。ファイル名の末尾は .crt です。',
    certificate_not_rsa: 'この証明書の鍵は RSA ではありません。Salesforce で RSA 鍵の自己署名証明書を作成してください。',
    certificate_key_too_short: 'この証明書の鍵は短すぎます。',
    certificate_not_yet_valid: 'この証明書はまだ有効になっていません。',
    not_a_lightning_address:
      'これは Salesforce Lightning のアドレスではありません。Salesforce で任意のレコードを開き、アドレスバーの内容をコピーしてください。',
    lightning_address_of_another_org: 'このアドレスは、ログインした組織とは別の Salesforce 組織のものです。',
    administrator_proof_needed: '先に、Salesforce 管理者として Salesforce にもう一度ログインしてください。',
    salesforce_admins_only: '組織を接続できるのは Salesforce 管理者のみです。管理者にこのページを開くよう依頼してください。',
    certificate_revoked: 'この証明書、または同じ鍵の別の証明書は取り消されています。Salesforce で新しい証明書を作成してください。',
    certificates_in_use:
      '両方の証明書が組織からのアクセスの署名に使用されているため、アップロードしてもどちらも削除されません。不要な方を取り消してから、もう一度アップロードしてください。',
    last_certificate:
      '最近、組織からのアクセスの署名に使用された証明書は他にないため、この証明書がないと誰も MSI Actions を使用できません。新しい証明書をアップロードし、Salesforce の設定でその名前を指定し、パネルを一度開いてから、' +
      'この証明書を取り消してください。',
  },
  'pt-BR': {
    certificate_missing: 'Escolha primeiro o arquivo do certificado. O nome dele termina em .crt.',
    private_key_uploaded:
      'Este arquivo contém uma chave privada. Ele não foi guardado. Carregue o certificado (.crt) que o Salesforce permite baixar, ' +
      'nunca uma chave.',
    not_a_certificate:
      'Este arquivo não é um certificado. Baixe-o no Salesforce em Gerenciamento de certificados e chaves; o nome termina em .crt.',
    certificate_not_rsa: 'A chave deste certificado não é RSA. Crie no Salesforce um certificado autoassinado com uma chave RSA.',
    certificate_key_too_short: 'A chave deste certificado é curta demais.',
    certificate_not_yet_valid: 'Este certificado ainda não é válido.',
    not_a_lightning_address:
      'Este não é um endereço do Salesforce Lightning. Abra qualquer registro no Salesforce e copie o que está na barra de endereço.',
    lightning_address_of_another_org: 'Este endereço pertence a uma organização do Salesforce diferente daquela em que você fez login.',
    administrator_proof_needed: 'Faça login novamente com o Salesforce primeiro, como administrador do Salesforce.',
    salesforce_admins_only: 'Somente um administrador do Salesforce pode conectar uma organização. Peça ao seu que abra esta página.',
    certificate_revoked: 'Este certificado, ou outro com a mesma chave, foi revogado. Crie um novo no Salesforce.',
    certificates_in_use:
      'Os dois certificados assinaram acessos da sua organização, por isso um upload não remove nenhum deles. Revogue o que não é mais ' +
      'necessário e carregue novamente.',
    last_certificate:
      'Nenhum outro certificado assinou recentemente um acesso da sua organização; sem este, ninguém poderia usar o MSI Actions. ' +
      'Carregue um novo, indique-o na configuração no Salesforce, abra o painel uma vez e depois revogue este.',
  },
};
