import type { EN } from './en.ts';

export const FR: Record<keyof typeof EN, string> = {
  emailUnknown: 'Vous n’avez pas envoyé cet e-mail.',
};
