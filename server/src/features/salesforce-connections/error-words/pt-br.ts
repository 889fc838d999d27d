import type { EN } from './en.ts';

export const PT_BR: Record<keyof typeof EN, string> = {
  notConnected: 'O Salesforce não está conectado.',
  refreshCutOff: 'Uma renovação foi interrompida, e usar o token dela de novo encerraria a conexão. Reconecte o Salesforce.',
};
