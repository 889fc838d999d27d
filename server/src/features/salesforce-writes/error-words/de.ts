import type { EN } from './en.ts';

export const DE: Record<keyof typeof EN, string> = {
  emailUnknown: 'Sie haben diese E-Mail nicht gesendet.',
};
