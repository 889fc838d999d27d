import type { EN } from './en.ts';

export const FR: Record<keyof typeof EN, string> = {
  accessEnded: 'Votre administrateur a mis fin à votre accès à MSI Actions. Demandez-lui de vous le rendre.',
  addressInUse:
    'L’adresse {address} est utilisée pour MSI Actions dans une autre organisation. Une adresse ne peut être que dans une organisation ' +
    'à la fois. Demandez à l’administrateur de cette organisation d’y mettre fin à votre accès, puis réessayez.',
  noSeatLeft: 'Toutes les places ({count, plural, one {#} many {#} other {#}}) sont prises. Désactivez d’abord quelqu’un.',
  lastAdmin: 'Le dernier administrateur ne peut pas être désactivé.',
  addressTaken:
    'Un autre utilisateur de cette liste a l’adresse {address}, ou une invitation à cette adresse. Désactivez d’abord cet utilisateur.',
  salesforceUserUnknown: 'On ne sait plus quel utilisateur Salesforce avait l’adresse {address}. Invitez cette adresse pour recommencer.',
  csvEmpty: 'Ce fichier est vide.',
  csvNoRows: 'Ce fichier a des en-têtes, mais aucune ligne.',
  csvTooManyRows:
    'Ce fichier a plus de {count, plural, one {# ligne} many {# de lignes} other {# lignes}}. Mettez les personnes à inviter dans un ' +
    'fichier à part.',
  csvUnreadable: 'Ce fichier ne peut pas être lu comme CSV. Enregistrez-le au format CSV (UTF-8), puis réessayez.',
  csvUnreadableLine:
    'Ce fichier ne peut pas être lu comme CSV : voyez la ligne {line}. Enregistrez-le au format CSV (UTF-8), puis réessayez.',
  tokenUnknown: 'Rien n’est connu pour {token}. Vous pouvez utiliser : {known}.',
  letterEmpty: 'L’e-mail a besoin d’un texte.',
};
