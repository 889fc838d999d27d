import type { EN } from './en.ts';

export const ES: Record<keyof typeof EN, string> = {
  notConnected: 'Salesforce no está conectado.',
  refreshCutOff: 'Una renovación se interrumpió, y volver a usar su token finalizaría la conexión. Vuelva a conectar Salesforce.',
};
