import type { Translated } from '../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const ES: Translated<typeof EN> = {
  'test.subject': 'Prueba de su servidor de correo',
  'test.text': 'Este correo ha llegado a través del servidor de correo con el que su equipo envía correos de ventas. Funciona.',
};
