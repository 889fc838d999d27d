import type { ONBOARDING_ERRORS } from '../onboarding.ts';
import type { Translations } from '../entry.ts';

export const ONBOARDING_WORDS: Translations<keyof typeof ONBOARDING_ERRORS> = {
  de: {
    page_out_of_date: 'Diese Seite ist nicht mehr aktuell. Gehen Sie zurück, laden Sie sie neu und versuchen Sie es noch einmal.',
    link_unknown: 'Ein Teil dieses Links fehlt. Öffnen Sie ihn noch einmal aus der E-Mail oder dem Panel, ohne ihn zu ändern.',
    link_expired: 'Dieser Link ist abgelaufen.',
    link_used: 'Dieser Link funktioniert nur einmal.',
    consent_expired: 'Diese Zustimmung ist abgelaufen oder wurde schon verwendet. Beginnen Sie noch einmal.',
    too_many_sign_ins:
      'Aus Ihrem Netzwerk wurden viele Anmeldungen begonnen und nicht beendet. Versuchen Sie es in zehn Minuten noch einmal.',
    org_unknown: 'Diese Salesforce-Organisation ist nicht mit MSI Actions verbunden.',
    org_registered: 'Diese Organisation ist schon verbunden. Einer ihrer Administratoren kann Sie einladen.',
    invitation_expired: 'Ihre Einladung ist abgelaufen. Bitten Sie Ihren Administrator, sie noch einmal zu senden.',
    wrong_email: 'Ihre Salesforce-Adresse ist nicht die, an die die Einladung ging.',
    already_linked:
      'Ihr Salesforce-Benutzer gehört schon zu einem anderen Konto. Bitten Sie Ihren Administrator, eines der beiden zu beenden.',
    wrong_salesforce_org:
      'Sie sind in einer anderen Salesforce-Organisation angemeldet. Melden Sie sich in der Organisation an, die Sie eingeladen hat, ' +
      'und versuchen Sie es dann noch einmal.',
    wrong_salesforce_user:
      'Dieses Konto gehört einem anderen Salesforce-Benutzer. Melden Sie sich bei Salesforce als dieser Benutzer an und versuchen Sie ' +
      'es dann noch einmal.',
    email_unverified:
      'Salesforce hat Ihre Adresse noch nicht bestätigt. Bestätigen Sie sie in Ihren Salesforce-Einstellungen und versuchen Sie es dann ' +
      'noch einmal.',
    address_in_use: 'Diese Adresse wird für MSI Actions in einer anderen Organisation verwendet.',
    in_other_instance: 'Ihre Adresse wird für MSI Actions in einer anderen Organisation verwendet.',
    salesforce_access_denied:
      'Es wurde nichts verbunden, weil der Zugriff auf Salesforce nicht erlaubt wurde. Sie können jederzeit noch einmal beginnen.',
    salesforce_app_blocked:
      'Ihre Salesforce-Organisation erlaubt MSI Actions noch nicht. Bitten Sie Ihren Salesforce-Administrator, das Paket zu ' +
      'installieren und die App unter „OAuth-Verwendung durch verbundene Anwendungen“ (Connected Apps OAuth Usage) zu erlauben. ' +
      'Versuchen Sie es dann noch einmal.',
    salesforce_my_domain:
      'Bei Ihrer Organisation kann man sich nur über ihre eigene Adresse anmelden. Melden Sie sich zuerst dort bei Salesforce an, ' +
      'kommen Sie dann zurück und versuchen Sie es noch einmal.',
    salesforce_sign_in_failed: 'Salesforce konnte die Anmeldung nicht abschließen. Versuchen Sie es gleich noch einmal.',
  },
  es: {
    page_out_of_date: 'Esta página no está actualizada. Vuelva atrás, cárguela de nuevo e inténtelo otra vez.',
    link_unknown: 'Falta una parte de este enlace. Ábralo de nuevo desde el correo o el panel, sin cambiarlo.',
    link_expired: 'Este enlace ha caducado.',
    link_used: 'Este enlace funciona una sola vez.',
    consent_expired: 'Este consentimiento ha caducado o ya se utilizó. Empiécelo de nuevo.',
    too_many_sign_ins: 'Desde su red se empezaron muchos inicios de sesión que no se terminaron. Inténtelo de nuevo en diez minutos.',
    org_unknown: 'Esta organización de Salesforce no está conectada a MSI Actions.',
    org_registered: 'Esta organización ya está conectada. Uno de sus administradores puede invitarle.',
    invitation_expired: 'Su invitación ha caducado. Pida a su administrador que la envíe de nuevo.',
    wrong_email: 'Su dirección de Salesforce no es la dirección a la que se envió la invitación.',
    already_linked: 'Su usuario de Salesforce ya pertenece a otra cuenta de acceso. Pida a su administrador que finalice una de las dos.',
    wrong_salesforce_org:
      'Ha iniciado sesión en otra organización de Salesforce. Inicie sesión en la organización que le invitó e inténtelo de nuevo.',
    wrong_salesforce_user:
      'Esta cuenta de acceso pertenece a otro usuario de Salesforce. Inicie sesión en Salesforce con ese usuario e inténtelo de nuevo.',
    email_unverified: 'Salesforce aún no ha verificado su dirección. Verifíquela en su configuración de Salesforce e inténtelo de nuevo.',
    address_in_use: 'Esta dirección se usa para MSI Actions en otra organización.',
    in_other_instance: 'Su dirección se usa para MSI Actions en otra organización.',
    salesforce_access_denied: 'No se conectó nada, porque no se permitió el acceso a Salesforce. Puede empezar de nuevo cuando quiera.',
    salesforce_app_blocked:
      'Su organización de Salesforce aún no permite MSI Actions. Pida a su administrador de Salesforce que instale el paquete y permita ' +
      'la aplicación en Connected Apps OAuth Usage (uso de OAuth de aplicaciones conectadas), e inténtelo de nuevo.',
    salesforce_my_domain:
      'En su organización solo se puede iniciar sesión en su propia dirección. Inicie sesión allí en Salesforce, vuelva aquí e ' +
      'inténtelo de nuevo.',
    salesforce_sign_in_failed: 'Salesforce no pudo terminar el inicio de sesión. Inténtelo de nuevo en un momento.',
  },
  fr: {
    page_out_of_date: 'Cette page n’est plus à jour. Revenez en arrière, rechargez-la et réessayez.',
    link_unknown: 'Il manque une partie de ce lien. Ouvrez-le de nouveau depuis l’e-mail ou le panneau, sans le modifier.',
    link_expired: 'Ce lien a expiré.',
    link_used: 'Ce lien ne fonctionne qu’une fois.',
    consent_expired: 'Ce consentement a expiré ou a déjà servi. Recommencez-le.',
    too_many_sign_ins: 'De nombreuses connexions ont été commencées depuis votre réseau sans être terminées. Réessayez dans dix minutes.',
    org_unknown: 'Cette organisation Salesforce n’est pas connectée à MSI Actions.',
    org_registered: 'Cette organisation est déjà connectée. Un de ses administrateurs peut vous inviter.',
    invitation_expired: 'Votre invitation a expiré. Demandez à votre administrateur de la renvoyer.',
    wrong_email: 'Votre adresse Salesforce n’est pas celle à laquelle l’invitation a été envoyée.',
    already_linked:
      'Votre utilisateur Salesforce appartient déjà à un autre accès. Demandez à votre administrateur de mettre fin à l’un des deux.',
    wrong_salesforce_org:
      'Votre session est ouverte dans une autre organisation Salesforce. Connectez-vous à l’organisation qui vous a envoyé ' +
      'l’invitation, puis réessayez.',
    wrong_salesforce_user:
      'Cet accès appartient à un autre utilisateur Salesforce. Connectez-vous à Salesforce avec cet utilisateur, puis réessayez.',
    email_unverified: 'Salesforce n’a pas encore vérifié votre adresse. Vérifiez-la dans vos paramètres Salesforce, puis réessayez.',
    address_in_use: 'Cette adresse est utilisée pour MSI Actions dans une autre organisation.',
    in_other_instance: 'Votre adresse est utilisée pour MSI Actions dans une autre organisation.',
    salesforce_access_denied:
      'Rien n’a été connecté, car l’accès à Salesforce n’a pas été autorisé. Vous pouvez recommencer quand vous le souhaitez.',
    salesforce_app_blocked:
      'Votre organisation Salesforce n’autorise pas encore MSI Actions. Demandez à votre administrateur Salesforce d’installer le ' +
      'package et d’autoriser l’application sous Connected Apps OAuth Usage (utilisation OAuth des applications connectées), puis ' +
      'réessayez.',
    salesforce_my_domain:
      'Votre organisation n’accepte la connexion qu’à sa propre adresse. Connectez-vous d’abord à Salesforce à cette adresse, puis ' +
      'revenez et réessayez.',
    salesforce_sign_in_failed: 'Salesforce n’a pas pu terminer la connexion. Réessayez dans un instant.',
  },
  ja: {
    page_out_of_date: 'このページは最新ではありません。前のページに戻って再読み込みし、もう一度お試しください。',
    link_unknown: 'このリンクの一部が欠けています。変更せずに、メールまたはパネルからもう一度開いてください。',
    link_expired: 'このリンクの有効期限が切れています。',
    link_used: 'このリンクは 1 回のみ使用できます。',
    consent_expired: 'この同意は有効期限が切れているか、使用済みです。もう一度始めてください。',
    too_many_sign_ins: 'お使いのネットワークから、完了していないログインが多数あります。10 分後にもう一度お試しください。',
    org_unknown: 'この Salesforce 組織は MSI Actions に接続されていません。',
    org_registered: 'この組織はすでに接続されています。組織の管理者に招待を依頼してください。',
    invitation_expired: '招待の有効期限が切れています。再送信を管理者に依頼してください。',
    wrong_email: 'あなたの Salesforce アドレスは、招待の送信先と異なります。',
    already_linked:
      'あなたの Salesforce ユーザーは、すでに別の利用者アカウントに紐づいています。どちらか一方の終了を管理者に依頼してください。',
    wrong_salesforce_org: '別の Salesforce 組織にログインしています。招待元の組織にログインしてから、もう一度お試しください。',
    wrong_salesforce_user:
      'この利用者アカウントは別の Salesforce ユーザーのものです。そのユーザーとして Salesforce にログインしてから、もう一度お試しください。',
    email_unverified: 'Salesforce であなたのアドレスがまだ検証されていません。Salesforce の設定で検証してから、もう一度お試しください。',
    address_in_use: 'このアドレスは、別の組織の MSI Actions で使用されています。',
    in_other_instance: 'あなたのアドレスは、別の組織の MSI Actions で使用されています。',
    salesforce_access_denied: 'Salesforce へのアクセスが許可されなかったため、何も接続されませんでした。いつでもやり直せます。',
    salesforce_app_blocked:
      'Salesforce 組織で MSI Actions がまだ許可されていません。パッケージのインストールと、[接続アプリケーションの OAuth の利用状況] (Connected Apps OAuth Usage) でのアプリケーションの許可を ' +
      'Salesforce 管理者に依頼してから、もう一度お試しください。',
    salesforce_my_domain:
      '組織には、組織専用のアドレスからのみログインできます。先にそのアドレスから Salesforce にログインし、ここに戻ってもう一度お試しください。',
    salesforce_sign_in_failed: 'Salesforce でログインを完了できませんでした。しばらくしてからもう一度お試しください。',
  },
  'pt-BR': {
    page_out_of_date: 'Esta página está desatualizada. Volte, recarregue-a e tente novamente.',
    link_unknown: 'Falta uma parte deste link. Abra-o novamente pelo email ou pelo painel, sem alterá-lo.',
    link_expired: 'Este link expirou.',
    link_used: 'Este link funciona uma única vez.',
    consent_expired: 'Este consentimento expirou ou já foi usado. Comece novamente.',
    too_many_sign_ins: 'Muitos logins foram iniciados na sua rede e não foram concluídos. Tente novamente em dez minutos.',
    org_unknown: 'Esta organização do Salesforce não está conectada ao MSI Actions.',
    org_registered: 'Esta organização já está conectada. Um administrador dela pode enviar um convite a você.',
    invitation_expired: 'Seu convite expirou. Peça ao administrador que o envie novamente.',
    wrong_email: 'Seu endereço do Salesforce não é aquele para o qual o convite foi enviado.',
    already_linked: 'Seu usuário do Salesforce já pertence a outra conta de acesso. Peça ao administrador que encerre uma das duas.',
    wrong_salesforce_org:
      'Seu login está em outra organização do Salesforce. Faça login na organização que enviou o convite e tente novamente.',
    wrong_salesforce_user:
      'Esta conta de acesso pertence a outro usuário do Salesforce. Faça login no Salesforce com esse usuário e tente novamente.',
    email_unverified: 'O Salesforce ainda não verificou seu endereço. Verifique-o nas suas configurações do Salesforce e tente novamente.',
    address_in_use: 'Este endereço está em uso para o MSI Actions em outra organização.',
    in_other_instance: 'Seu endereço está em uso para o MSI Actions em outra organização.',
    salesforce_access_denied:
      'Nada foi conectado, porque o acesso ao Salesforce não foi permitido. Você pode começar novamente quando quiser.',
    salesforce_app_blocked:
      'Sua organização do Salesforce ainda não permite o MSI Actions. Peça ao administrador do Salesforce que instale o pacote e ' +
      'permita o aplicativo em Connected Apps OAuth Usage (uso de OAuth de aplicativos conectados) e tente novamente.',
    salesforce_my_domain:
      'Sua organização só permite login no endereço dela. Faça login no Salesforce por esse endereço, volte aqui e tente novamente.',
    salesforce_sign_in_failed: 'O Salesforce não conseguiu concluir o login. Tente novamente em instantes.',
  },
};
