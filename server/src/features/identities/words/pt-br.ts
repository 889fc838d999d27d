import type { Translated } from '../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const PT_BR: Translated<typeof EN> = {
  'letter.subject': 'Verifique seu endereço de email',
  'letter.intro': '{person}, de {org}, quer enviar emails de vendas como {address}.',
  'letter.advice':
    'Se você sabe do que se trata, confirme que o endereço pode ser usado. Se não, não faça nada: sem você, nada é enviado em nome dele.',
  'letter.validity':
    '{hours, plural, one {O link funciona por # hora.} many {O link funciona por # de horas.} other {O link funciona por # horas.}}',
  'letter.link': 'Verificar: {link}',
  'letter.button': 'Ver a solicitação',
};
