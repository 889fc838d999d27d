import type { EN } from './en.ts';

export const DE: Record<keyof typeof EN, string> = {
  recordHidden: 'Ihre Salesforce-Berechtigungen zeigen diesen Datensatz nicht.',
  personHidden: 'Ihre Salesforce-Berechtigungen zeigen diese Person nicht.',
  slowDown: 'Salesforce bittet um weniger Anfragen.',
};
