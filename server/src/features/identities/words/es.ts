import type { Translated } from '../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const ES: Translated<typeof EN> = {
  'letter.subject': 'Verifique su dirección de correo',
  'letter.intro': '{person}, de {org}, quiere enviar correos de ventas como {address}.',
  'letter.advice':
    'Si está al tanto, confirme que se puede usar la dirección. Si no, no haga nada: sin usted no se envía nada en su nombre.',
  'letter.validity':
    '{hours, plural, one {El vínculo funciona # hora.} many {El vínculo funciona # de horas.} other {El vínculo funciona # horas.}}',
  'letter.link': 'Verificar: {link}',
  'letter.button': 'Ver la solicitud',
};
