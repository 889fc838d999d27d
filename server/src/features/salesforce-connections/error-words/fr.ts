import type { EN } from './en.ts';

export const FR: Record<keyof typeof EN, string> = {
  notConnected: 'Salesforce n’est pas connecté.',
  refreshCutOff: 'Un renouvellement a été interrompu, et réutiliser son jeton mettrait fin à la connexion. Reconnectez Salesforce.',
};
