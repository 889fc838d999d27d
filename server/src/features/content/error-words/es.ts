import type { EN } from './en.ts';

export const ES: Record<keyof typeof EN, string> = {
  contentGone: 'Archivos que ya no están en la biblioteca: {names}. Quite los enlaces que llevan a ellos.',
};
