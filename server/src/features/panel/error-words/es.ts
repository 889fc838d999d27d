import type { EN } from './en.ts';

export const ES: Record<keyof typeof EN, string> = {
  userGone: 'Su usuario ya no existe.',
};
