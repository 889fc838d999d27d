import type { EN } from './en.ts';

export const FR: Record<keyof typeof EN, string> = {
  otherBrowser: 'Ce consentement a été commencé dans un autre navigateur. Recommencez-le.',
  userGone: 'Cet utilisateur n’existe plus.',
  questionExpired: 'Cette question a expiré. Connectez de nouveau la boîte e-mail.',
  mailboxUnknown: 'Cette boîte e-mail n’existe pas.',
  onlyMicrosoftHasTenant: 'Seule une application Microsoft a un locataire.',
  noOwnApp: 'Votre organisation n’a pas d’application à elle pour ce fournisseur.',
  accessDenied: 'Rien n’a été connecté, car l’autorisation n’a pas été donnée.',
  adminApprovalNeeded:
    'Votre société exige qu’un administrateur approuve cette application. Demandez à votre administrateur, puis reconnectez.',
  scopeMissing:
    'Rien n’a été connecté : sans l’autorisation d’envoyer des e-mails, aucun e-mail commercial ne peut partir. Reconnectez et laissez ' +
    'la case cochée.',
  noLastingPermission: 'Rien n’a été connecté : le fournisseur n’a pas donné d’autorisation durable. Reconnectez.',
  addressNotVerified:
    'Rien n’a été connecté : le fournisseur n’a pas vérifié l’adresse de ce compte. Vérifiez-la chez lui, puis reconnectez.',
  providerFailed: 'Le fournisseur de messagerie n’a pas pu terminer la connexion. Réessayez dans quelques minutes.',
};
