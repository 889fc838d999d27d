import type { EN } from './en.ts';

export const ES: Record<keyof typeof EN, string> = {
  recordHidden: 'Sus permisos de Salesforce no muestran este registro.',
  personHidden: 'Sus permisos de Salesforce no muestran a esta persona.',
  slowDown: 'Salesforce nos pide ir más despacio.',
};
