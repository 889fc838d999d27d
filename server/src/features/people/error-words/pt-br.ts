import type { EN } from './en.ts';

export const PT_BR: Record<keyof typeof EN, string> = {
  recordHidden: 'Suas permissões do Salesforce não mostram este registro.',
  personHidden: 'Suas permissões do Salesforce não mostram esta pessoa.',
  slowDown: 'O Salesforce pede que façamos menos solicitações.',
};
