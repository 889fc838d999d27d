import type { EN } from './en.ts';

export const FR: Record<keyof typeof EN, string> = {
  taskUnknown: 'Vous n’avez pas ajouté cette tâche.',
  notRefused: 'Salesforce n’a refusé aucune tâche de ce genre de votre part.',
  personGone: 'Cette personne n’est plus sur l’enregistrement. Choisissez-en une autre.',
  assigneeInactive: 'Une tâche ne peut être attribuée qu’à un utilisateur actif de MSI Actions. Choisissez-en un autre.',
};
