import type { EN } from './en.ts';

export const DE: Record<keyof typeof EN, string> = {
  taskUnknown: 'Sie haben diese Aufgabe nicht hinzugefügt.',
  notRefused: 'Salesforce hat keine solche Aufgabe von Ihnen abgelehnt.',
  personGone: 'Diese Person gehört nicht mehr zum Datensatz. Wählen Sie eine andere.',
  assigneeInactive: 'Eine Aufgabe kann nur einem aktiven Benutzer von MSI Actions zugewiesen werden. Wählen Sie einen anderen.',
};
