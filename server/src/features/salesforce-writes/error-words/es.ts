import type { EN } from './en.ts';

export const ES: Record<keyof typeof EN, string> = {
  emailUnknown: 'Usted no ha enviado este correo.',
};
