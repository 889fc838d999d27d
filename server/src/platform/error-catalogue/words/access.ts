import type { ACCESS_ERRORS } from '../access.ts';
import type { Translations } from '../entry.ts';

export const ACCESS_WORDS: Translations<keyof typeof ACCESS_ERRORS> = {
  de: {
    session_invalid: 'Die Sitzung des Panels ist nicht gültig. Laden Sie die Seite neu.',
    session_expired: 'Die Sitzung des Panels ist abgelaufen.',
    panel_token_invalid:
      'Die Anmeldung aus Salesforce konnte nicht geprüft werden. Laden Sie die Seite neu. Wenn das nicht hilft, fragen Sie Ihren ' +
      'Administrator, ob diese Organisation und ihr Zertifikat mit MSI Actions verbunden sind.',
    panel_token_expired: 'Die Anmeldung aus Salesforce ist abgelaufen. Laden Sie die Seite neu.',
    panel_token_replayed: 'Diese Anmeldung aus Salesforce wurde schon einmal verwendet. Laden Sie die Seite neu.',
    panel_token_wrong_audience:
      'Die Serveradresse in den Einstellungen des Pakets ist nicht die Adresse dieses Dienstes. Fragen Sie Ihren Administrator.',
    certificate_expired:
      'Das Zertifikat Ihrer Salesforce-Organisation ist abgelaufen. Bitten Sie Ihren Administrator, ein neues hochzuladen.',
    push_not_trusted: 'Diese Benachrichtigung stammt nicht von Google.',
    user_deactivated: 'Ihr Administrator hat Ihren Zugriff auf MSI Actions beendet.',
    not_activated: 'Aktivieren Sie zuerst MSI Actions: Den Link finden Sie in Ihrer Einladung und im Panel.',
    not_invited: 'Ihr Administrator hat Sie noch nicht zu MSI Actions eingeladen.',
    admins_only: 'Das kann nur ein Administrator tun.',
    admin_permission_missing:
      'Hier sind Sie Administrator, aber Salesforce lässt Sie MSI Actions nicht verwalten. Bitten Sie Ihren Salesforce-Administrator um ' +
      'den Berechtigungssatz „MSI Actions Admin“.',
    package_outdated:
      'Das Paket MSI Actions in Ihrer Salesforce-Organisation ist zu alt für diese Seite. Bitten Sie Ihren Salesforce-Administrator, ' +
      'das Paket zu aktualisieren.',
    permission_denied: 'Der Anbieter erlaubt Ihnen das nicht.',
    own_access: 'Ihren eigenen Zugriff können Sie nicht beenden. Ein anderer Administrator kann das.',
    last_admin: 'Der letzte Administrator kann nicht entfernt werden. Machen Sie zuerst eine andere Person zum Administrator.',
    already_active: 'Dieser Benutzer ist schon aktiv.',
    no_seat_left: 'Alle Plätze sind vergeben. Deaktivieren Sie zuerst eine Person.',
    address_taken:
      'Ein anderer Benutzer dieser Liste hat diese Adresse oder ist unter ihr eingeladen. Deaktivieren Sie zuerst diesen Benutzer.',
    salesforce_user_unknown:
      'Es ist nicht mehr bekannt, welcher Salesforce-Benutzer diese Adresse hatte. Laden Sie die Adresse noch einmal ein.',
  },
  es: {
    session_invalid: 'La sesión del panel no es válida. Vuelva a cargar la página.',
    session_expired: 'La sesión del panel ha caducado.',
    panel_token_invalid:
      'No se pudo comprobar el inicio de sesión desde Salesforce. Vuelva a cargar la página. Si sigue igual, pregunte a su ' +
      'administrador si esta organización y su certificado están conectados a MSI Actions.',
    panel_token_expired: 'El inicio de sesión desde Salesforce ha caducado. Vuelva a cargar la página.',
    panel_token_replayed: 'Este inicio de sesión desde Salesforce ya se había utilizado. Vuelva a cargar la página.',
    panel_token_wrong_audience:
      'La dirección del servidor en la configuración del paquete no es la de este servicio. Consulte a su administrador.',
    certificate_expired: 'El certificado de su organización de Salesforce ha caducado. Pida a su administrador que cargue uno nuevo.',
    push_not_trusted: 'Esta notificación no procede de Google.',
    user_deactivated: 'Su administrador finalizó su acceso a MSI Actions.',
    not_activated: 'Active primero MSI Actions: el enlace está en su invitación y en el panel.',
    not_invited: 'Su administrador aún no le ha invitado a MSI Actions.',
    admins_only: 'Solo un administrador puede hacerlo.',
    admin_permission_missing:
      'Aquí tiene el rol de administrador, pero Salesforce no le permite administrar MSI Actions. Solicite a su administrador de ' +
      'Salesforce el conjunto de permisos MSI Actions Admin.',
    package_outdated:
      'El paquete MSI Actions de su organización de Salesforce es demasiado antiguo para esta página. Pida a su administrador de ' +
      'Salesforce que lo actualice.',
    permission_denied: 'El proveedor no le permite hacerlo.',
    own_access: 'No puede finalizar su propio acceso. Otro administrador puede hacerlo.',
    last_admin: 'No se puede quitar al último administrador. Dé primero ese rol a otra persona.',
    already_active: 'Este usuario ya está activo.',
    no_seat_left: 'No quedan licencias. Desactive primero a alguien.',
    address_taken: 'Otro usuario de esta lista tiene esta dirección o está invitado con ella. Desactive primero a ese usuario.',
    salesforce_user_unknown: 'Ya no se sabe qué usuario de Salesforce tenía esta dirección. Invite de nuevo a la dirección.',
  },
  fr: {
    session_invalid: 'La session du panneau n’est pas valide. Rechargez la page.',
    session_expired: 'La session du panneau a expiré.',
    panel_token_invalid:
      'La connexion depuis Salesforce n’a pas pu être vérifiée. Rechargez la page. Si rien ne change, demandez à votre administrateur ' +
      'si cette organisation et son certificat sont connectés à MSI Actions.',
    panel_token_expired: 'La connexion depuis Salesforce a expiré. Rechargez la page.',
    panel_token_replayed: 'Cette connexion depuis Salesforce a déjà servi. Rechargez la page.',
    panel_token_wrong_audience:
      'L’adresse du serveur dans les paramètres du package n’est pas celle de ce service. Demandez à votre administrateur.',
    certificate_expired:
      'Le certificat de votre organisation Salesforce a expiré. Demandez à votre administrateur d’en charger un nouveau.',
    push_not_trusted: 'Cette notification ne provient pas de Google.',
    user_deactivated: 'Votre administrateur a mis fin à votre accès à MSI Actions.',
    not_activated: 'Activez d’abord MSI Actions : le lien se trouve dans votre invitation et dans le panneau.',
    not_invited: 'Votre administrateur ne vous a pas encore envoyé d’invitation à MSI Actions.',
    admins_only: 'Seul un administrateur peut le faire.',
    admin_permission_missing:
      'Vous avez ici le rôle d’administrateur, mais Salesforce ne vous laisse pas administrer MSI Actions. Demandez à votre ' +
      'administrateur Salesforce l’ensemble d’autorisations MSI Actions Admin.',
    package_outdated:
      'Le package MSI Actions de votre organisation Salesforce est trop ancien pour cette page. Demandez à votre administrateur ' +
      'Salesforce de le mettre à jour.',
    permission_denied: 'Le fournisseur ne vous permet pas de le faire.',
    own_access: 'Vous ne pouvez pas mettre fin à votre propre accès. Un autre administrateur le peut.',
    last_admin: 'Le dernier administrateur ne peut pas être retiré. Donnez d’abord ce rôle à une autre personne.',
    already_active: 'Cet utilisateur est déjà actif.',
    no_seat_left: 'Toutes les places sont prises. Désactivez d’abord quelqu’un.',
    address_taken:
      'Un autre utilisateur de cette liste a cette adresse, ou une invitation à cette adresse. Désactivez d’abord cet utilisateur.',
    salesforce_user_unknown: 'On ne sait plus quel utilisateur Salesforce avait cette adresse. Invitez de nouveau cette adresse.',
  },
  ja: {
    session_invalid: 'パネルのセッションが無効です。ページを再読み込みしてください。',
    session_expired: 'パネルのセッションの有効期限が切れました。',
    panel_token_invalid:
      'Salesforce からのログインを確認できませんでした。ページを再読み込みしてください。続く場合は、この組織とその証明書が MSI Actions に接続されているか、管理者にお問い合わせください。',
    panel_token_expired: 'Salesforce からのログインの有効期限が切れました。ページを再読み込みしてください。',
    panel_token_replayed: 'Salesforce からのこのログインは使用済みです。ページを再読み込みしてください。',
    panel_token_wrong_audience:
      'パッケージの設定にあるサーバーアドレスが、このサービスのアドレスと異なります。管理者にお問い合わせください。',
    certificate_expired: 'Salesforce 組織の証明書の有効期限が切れています。新しい証明書のアップロードを管理者に依頼してください。',
    push_not_trusted: 'この通知は Google からのものではありません。',
    user_deactivated: '管理者があなたの MSI Actions へのアクセスを終了しました。',
    not_activated: '先に MSI Actions を有効化してください。リンクは招待とパネルにあります。',
    not_invited: 'まだ管理者から MSI Actions に招待されていません。',
    admins_only: 'この操作は管理者のみが行えます。',
    admin_permission_missing:
      'あなたはここでは管理者ですが、Salesforce で MSI Actions の管理が許可されていません。Salesforce 管理者に権限セット「MSI Actions Admin」の割り当てを依頼してください。',
    package_outdated:
      'Salesforce 組織の MSI Actions パッケージが古いため、このページを使用できません。パッケージの更新を Salesforce 管理者に依頼してください。',
    permission_denied: 'プロバイダーによってこの操作は許可されていません。',
    own_access: '自分のアクセスは終了できません。別の管理者に依頼してください。',
    last_admin: '最後の管理者は削除できません。先に別の人を管理者にしてください。',
    already_active: 'このユーザーはすでに有効です。',
    no_seat_left: 'ライセンスに空きがありません。先に誰かを無効化してください。',
    address_taken:
      'このリストの別のユーザーがこのアドレスを使用しているか、このアドレスで招待されています。先にそのユーザーを無効化してください。',
    salesforce_user_unknown: 'このアドレスの Salesforce ユーザーがわからなくなりました。このアドレスをもう一度招待してください。',
  },
  'pt-BR': {
    session_invalid: 'A sessão do painel não é válida. Recarregue a página.',
    session_expired: 'A sessão do painel expirou.',
    panel_token_invalid:
      'Não foi possível verificar o login do Salesforce. Recarregue a página. Se continuar assim, pergunte ao administrador se esta ' +
      'organização e seu certificado estão conectados ao MSI Actions.',
    panel_token_expired: 'O login do Salesforce expirou. Recarregue a página.',
    panel_token_replayed: 'Este login do Salesforce já foi usado. Recarregue a página.',
    panel_token_wrong_audience: 'O endereço do servidor nas configurações do pacote não é o deste serviço. Fale com o administrador.',
    certificate_expired: 'O certificado da sua organização do Salesforce expirou. Peça ao administrador que carregue um novo.',
    push_not_trusted: 'Esta notificação não vem do Google.',
    user_deactivated: 'O administrador encerrou seu acesso ao MSI Actions.',
    not_activated: 'Ative o MSI Actions primeiro: o link está no seu convite e no painel.',
    not_invited: 'O administrador ainda não enviou a você um convite para o MSI Actions.',
    admins_only: 'Somente um administrador pode fazer isto.',
    admin_permission_missing:
      'Você tem aqui o papel de administrador, mas o Salesforce não permite que você administre o MSI Actions. Peça ao administrador do ' +
      'Salesforce o conjunto de permissões MSI Actions Admin.',
    package_outdated:
      'O pacote MSI Actions na sua organização do Salesforce é antigo demais para esta página. Peça ao administrador do Salesforce que ' +
      'o atualize.',
    permission_denied: 'O provedor não permite que você faça isto.',
    own_access: 'Você não pode encerrar seu próprio acesso. Outro administrador pode.',
    last_admin: 'O último administrador não pode ser removido. Dê primeiro esse papel a outra pessoa.',
    already_active: 'Este usuário já está ativo.',
    no_seat_left: 'Não há mais licenças. Desative alguém primeiro.',
    address_taken: 'Outro usuário desta lista tem este endereço ou um convite para ele. Desative primeiro esse usuário.',
    salesforce_user_unknown: 'Não se sabe mais qual usuário do Salesforce tinha este endereço. Convide o endereço novamente.',
  },
};
