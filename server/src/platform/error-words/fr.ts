import type { EN } from './en.ts';

export const FR: Record<keyof typeof EN, string> = {
  fileTooLarge: 'Ce fichier est plus volumineux que ce que le service accepte.',
  noBody: 'La demande n’a pas de contenu.',
  badJson: 'Le contenu de la demande n’est pas du JSON valide.',
  mailServer: 'Le serveur de messagerie',
  vendorReconnect: '{vendor} n’accepte plus la connexion. Reconnectez.',
  vendorAdminAction: '{vendor} exige d’abord un changement de votre administrateur.',
  vendorPermission: '{vendor} ne vous permet pas de le faire.',
  vendorNotFound: '{vendor} ne l’a pas, ou vous n’avez pas le droit de le voir.',
  vendorSilent: '{vendor} n’a pas répondu à temps. Réessayez dans un instant.',
  vendorRefused: '{vendor} a refusé la demande.',
  signInFromPanel: 'Connectez-vous depuis le panneau dans Salesforce.',
  tooManyFields: 'Ce formulaire a trop de champs.',
  formBroken: 'Le formulaire n’est pas arrivé entier. Revenez en arrière et réessayez.',
  cursorUnknown: 'Ce curseur n’est pas un des nôtres. Relisez la liste depuis le début.',
  compressed: 'Le service n’accepte pas de contenu compressé.',
  nulCharacter: 'Un texte contient un caractère qui ne peut pas être enregistré (NUL). Retirez-le, puis réessayez.',
  letterPause: 'L’e-mail à cette adresse est en route. Attendez une minute avant d’en demander un autre.',
  letterRecipientDay:
    'Cette adresse a reçu {count, plural, one {# e-mail de ce type} many {# d’e-mails de ce type} other {# e-mails de ce type}} en un ' +
    'jour. Davantage ne ferait que déranger.',
  letterRecipientMonth:
    'Cette adresse a reçu {count, plural, one {# e-mail de ce type} many {# d’e-mails de ce type} other {# e-mails de ce type}} en 30 ' +
    'jours. Davantage ne ferait que déranger.',
  letterAskerDay: 'Vous avez demandé autant de ces e-mails qu’une personne le peut en un jour.',
  letterOrgDay:
    'Votre organisation a demandé {count, plural, one {# e-mail de ce type} many {# d’e-mails de ce type} other {# e-mails de ce type}} ' +
    'en un jour, ce qui est le maximum.',
  htmlCharacters:
    'Ce texte est trop long : {count, plural, one {# caractère} many {# de caractères} other {# caractères}} au plus, mise en forme ' +
    'comprise. Raccourcissez-le ou envoyez le reste sous forme de lien.',
  htmlTags:
    'Ce texte est trop mis en forme : {count, plural, one {# balise} many {# de balises} other {# balises}} au plus. Collez-le de ' +
    'nouveau en texte brut, puis refaites la mise en forme.',
  htmlDepth:
    'Ce texte a trop de niveaux : {count, plural, one {# liste, citation ou tableau} many {# de listes, citations ou tableaux} other {# ' +
    'listes, citations ou tableaux}} au plus, imbriqués. Collez-le de nouveau en texte brut, puis refaites la mise en forme.',
  htmlAttributes:
    'Ce texte est trop mis en forme : {count, plural, one {# attribut} many {# d’attributs} other {# attributs}} au plus. Collez-le de ' +
    'nouveau en texte brut, puis refaites la mise en forme.',
  htmlStyles:
    'Ce texte est trop mis en forme : {count, plural, one {# caractère de styles} many {# de caractères de styles} other {# caractères ' +
    'de styles}} au plus. Collez-le de nouveau en texte brut, puis refaites la mise en forme.',
  recordId: 'Un ID d’enregistrement Salesforce a 15 ou 18 lettres et chiffres.',
  notAnAddress: 'Ce n’est pas une adresse e-mail.',
  addressTooLong: 'Cette adresse est trop longue : 64 caractères au plus avant le @, et 254 en tout.',
  addressNotPlain:
    'Cette adresse a, avant le @, des lettres que tous les systèmes de messagerie ne savent pas remettre. Demandez une adresse en ' +
    'lettres simples (a à z).',
  picturesLost:
    '{count, plural, one {# image ne peut pas être envoyée. Retirez-la, ou collez-la depuis une page web.} many {# d’images ne peuvent ' +
    'pas être envoyées. Retirez-les, ou collez-les depuis une page web.} other {# images ne peuvent pas être envoyées. Retirez-les, ou ' +
    'collez-les depuis une page web.}}',
  picturesLostNamed:
    '{count, plural, one {# image ne peut pas être envoyée ({names}). Retirez-la, ou collez-la depuis une page web.} many {# d’images ' +
    'ne peuvent pas être envoyées ({names}). Retirez-les, ou collez-les depuis une page web.} other {# images ne peuvent pas être ' +
    'envoyées ({names}). Retirez-les, ou collez-les depuis une page web.}}',
  userUnknown: 'Cet utilisateur n’existe pas.',
  userDeactivated: 'Cet utilisateur est désactivé. Réactivez-le d’abord.',
  userGone: 'Votre utilisateur n’existe plus.',
  wrongObject: 'Le panneau fonctionne sur les pistes, contacts, comptes et opportunités.',
  emailUnverified: 'Salesforce n’a pas encore vérifié l’adresse {address}. Vérifiez-la dans vos paramètres Salesforce, puis réessayez.',
  emailNotYours: 'Vous n’avez pas envoyé cet e-mail.',
  subjectNeeded: 'Un objet est nécessaire.',
  letterRefused: 'Le serveur de messagerie a refusé cette adresse.',
  letterServerSilent: 'Le serveur de messagerie n’a pas répondu. Nous réessayons.',
};
