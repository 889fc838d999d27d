import type { EN } from './en.ts';

export const FR: Record<keyof typeof EN, string> = {
  portNotAllowed: 'Les serveurs de messagerie sont joints sur le port 25, 465, 587 ou 2525.',
  encryptionNeeded: 'Sans chiffrement, n’importe qui pourrait lire en chemin le mot de passe et les e-mails. Choisissez TLS ou STARTTLS.',
  hostNotAllowed: 'Ce serveur n’est pas sur l’internet public, nous ne pouvons donc pas le joindre.',
  signInNeeded: 'Le serveur de messagerie demande un nom d’utilisateur et un mot de passe.',
  signInRefused: 'Le serveur de messagerie a refusé le nom d’utilisateur ou le mot de passe.',
  tlsFailed:
    'Le serveur a répondu, mais son certificat n’est pas fiable, ou il utilise un autre chiffrement. Vérifiez le nom, le port et TLS ou ' +
    'STARTTLS.',
  recipientRefused: 'Le serveur de messagerie a refusé l’adresse de destination de l’e-mail de test.',
  senderRefused: 'Le serveur de messagerie ne laisse pas votre adresse envoyer.',
  refusedToTalk: 'Le serveur de messagerie a refusé la connexion, ou ne propose pas le chiffrement choisi.',
  comeBackLater: 'Le serveur de messagerie demande de revenir plus tard.',
  uncertain: 'Le serveur de messagerie a pris l’e-mail, mais ne l’a pas confirmé à temps. Vérifiez s’il est arrivé.',
  unreachable: 'Le serveur de messagerie n’a pas pu être joint, ou a coupé la connexion. Vérifiez son nom et son port.',
  refused: 'Le serveur de messagerie a refusé l’e-mail de test.',
  taken: 'Le serveur de messagerie a accepté l’e-mail de test pour {to}.',
  passwordNeeded: 'Le mot de passe de cet utilisateur est nécessaire.',
  passwordOfOtherSettings: 'Saisissez de nouveau le mot de passe : celui que nous avons correspond à d’autres paramètres.',
  hostNeeded: 'Le nom du serveur est nécessaire.',
  hostOnly: 'Seulement le nom du serveur, par exemple smtp.example.com.',
};
