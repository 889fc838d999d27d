import type { EN } from './en.ts';

export const FR: Record<keyof typeof EN, string> = {
  proofNeeded:
    'Connectez-vous d’abord de nouveau avec Salesforce. Pour changer ce qui authentifie votre organisation, il faut une connexion d’un ' +
    'administrateur Salesforce datant de moins de {minutes, plural, one {# minute} many {# de minutes} other {# minutes}}.',
  adminWithoutPermission:
    'Seul un administrateur Salesforce peut changer ce qui authentifie votre organisation. Vous avez le rôle d’administrateur de MSI ' +
    'Actions, mais Salesforce ne vous donne pas l’autorisation « Modifier toutes les données » (Modify All Data).',
  registered: '{org} : organisation déjà connectée. Pour une invitation ou un changement de paramètres : {admins}.',
  thisOrg: 'Cette organisation',
  sessionEnded: 'La session du panneau a pris fin. Rechargez la page.',
  signedTokenNeeded: 'Une session est donnée pour un jeton signé par Salesforce.',
  keyTooShort: 'La clé de ce certificat a {bits} bits. Il en faut au moins {least}.',
  certificateExpired: 'Ce certificat a expiré le {day}. Créez-en un nouveau dans Salesforce.',
  certificateNotYetValid: 'Ce certificat n’est valide qu’à partir du {day}.',
  certificateNotActive: 'Ce certificat n’est plus actif.',
  certificateRevoked:
    'Ce certificat, ou un autre avec la même clé, a été révoqué le {day}. Créez-en un nouveau dans Salesforce. Si personne d’autre ne ' +
    'peut avoir sa clé, connectez-vous de nouveau avec Salesforce, cochez la case et chargez-le encore une fois.',
  certificateRevokedBy:
    'Ce certificat, ou un autre avec la même clé, a été révoqué le {day} par {who}. Créez-en un nouveau dans Salesforce. Si personne ' +
    'd’autre ne peut avoir sa clé, connectez-vous de nouveau avec Salesforce, cochez la case et chargez-le encore une fois.',
  originOfAnotherOrg: '{origin} n’appartient pas à {org}, l’organisation de votre connexion. L’adresse de {org} est {own}.',
};
