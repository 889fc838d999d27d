import type { EN } from './en.ts';

export const DE: Record<keyof typeof EN, string> = {
  recordUnsaid: 'Salesforce hat nicht mitgeteilt, was aus diesem Datensatz geworden ist.',
  parentNotLogged: 'Die zugehörige Aktivität ist nicht in Salesforce.',
  noField: 'In dieser Organisation gibt es dafür kein Feld.',
  taskDeleted: 'Die Aufgabe wurde in Salesforce gelöscht.',
  personDeleted: 'Die Person wurde in Salesforce gelöscht, und es gibt keinen Datensatz mehr für die Aufgabe.',
};
