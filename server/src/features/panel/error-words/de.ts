import type { EN } from './en.ts';

export const DE: Record<keyof typeof EN, string> = {
  userGone: 'Ihren Benutzer gibt es nicht mehr.',
};
