import type { EN } from './en.ts';

export const DE: Record<keyof typeof EN, string> = {
  notConnected: 'Salesforce ist nicht verbunden.',
  refreshCutOff:
    'Eine Erneuerung wurde unterbrochen, und ihr Token noch einmal zu verwenden, würde die Verbindung beenden. Verbinden Sie Salesforce ' +
    'neu.',
};
