import type { Translated } from '../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const PT_BR: Translated<typeof EN> = {
  'test.subject': 'Teste do seu servidor de email',
  'test.text': 'Este email chegou pelo servidor de email com o qual sua equipe envia emails de vendas. Ele funciona.',
};
