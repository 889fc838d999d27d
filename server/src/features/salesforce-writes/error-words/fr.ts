import type { EN } from './en.ts';

export const FR: Record<keyof typeof EN, string> = {
  recordUnsaid: 'Salesforce n’a pas dit ce qu’est devenu cet enregistrement.',
  parentNotLogged: 'L’activité concernée n’est pas dans Salesforce.',
  noField: 'Cette organisation n’a pas de champ pour cela.',
  taskDeleted: 'La tâche a été supprimée dans Salesforce.',
  personDeleted: 'La personne a été supprimée dans Salesforce, et il ne reste aucun enregistrement pour la tâche.',
};
