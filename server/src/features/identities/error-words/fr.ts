import type { EN } from './en.ts';

export const FR: Record<keyof typeof EN, string> = {
  addressUnknown: 'Vous n’avez pas cette adresse.',
  gmailSilent: 'Gmail ne répond pas pour le moment. Réessayez dans une minute.',
  limitReached:
    'Vous pouvez avoir {count, plural, one {# adresse} many {# d’adresses} other {# adresses}}, votre boîte e-mail comprise. ' +
    'Supprimez-en d’abord une.',
  ownAddressOnly:
    'Votre boîte e-mail n’envoie que depuis sa propre adresse. Pour d’autres adresses, votre administrateur configure un serveur de ' +
    'messagerie de l’équipe.',
  linkExpired: 'Les liens des e-mails de vérification fonctionnent pendant 24 heures. Demandez-en un nouveau dans les paramètres.',
  linkUnknown: 'Ce lien est incomplet, ou la demande a été retirée. Ouvrez-le de nouveau depuis l’e-mail.',
  notVerifiedByGoogle: 'Votre boîte e-mail ne peut pas envoyer depuis cette adresse : Google ne l’y a pas vérifiée.',
  isMailbox: 'C’est votre boîte e-mail. Déconnectez-la plutôt.',
  nameNeeded: 'Un nom est nécessaire.',
};
