import type { EN } from './en.ts';

export const FR: Record<keyof typeof EN, string> = {
  passwordExpired: 'Votre mot de passe Salesforce a expiré. Connectez-vous à Salesforce et définissez-en un nouveau.',
  userLocked:
    'Salesforce a verrouillé votre utilisateur après des mots de passe erronés. Attendez la fin du verrouillage, ou demandez à votre ' +
    'administrateur Salesforce.',
  storageFull:
    'Le stockage de données de votre organisation Salesforce est plein. Votre administrateur Salesforce peut libérer de l’espace.',
  userInactive: 'Votre utilisateur Salesforce n’est pas actif. Demandez à votre administrateur Salesforce.',
  noAnswer: 'Salesforce n’a pas répondu.',
  noAnswerMayBeDone: 'Salesforce n’a pas répondu, et a peut-être fait ce qui était demandé.',
  unknownFailure: 'Salesforce a échoué pour une raison inconnue.',
  strangerAnswered: 'Autre chose que Salesforce a répondu.',
  strangerAnsweredToken: 'Autre chose que Salesforce a répondu à la demande de jeton.',
  waitForLogin: 'Salesforce demande d’attendre avant la prochaine connexion.',
  tokenNotAnswered: 'Salesforce n’a pas pu répondre à la demande de jeton.',
  adminMustAllow: 'L’administrateur Salesforce doit d’abord autoriser cette application.',
  tokenRefused: 'Salesforce a refusé la demande de jeton.',
  connectionDead: 'Salesforce n’accepte plus cette connexion.',
  unreachable: 'Salesforce n’a pas pu être joint.',
  refreshNotAnswered: 'Salesforce n’a pas répondu au renouvellement, et a peut-être consommé le jeton.',
  refreshWithoutToken: 'Salesforce a répondu au renouvellement par autre chose qu’un jeton.',
  recordsUnsaid: 'Salesforce n’a pas dit ce qu’est devenu chaque enregistrement.',
  refusedWithoutReason: 'Salesforce n’a pas dit pourquoi cet enregistrement a été refusé.',
};
