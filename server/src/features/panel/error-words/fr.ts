import type { EN } from './en.ts';

export const FR: Record<keyof typeof EN, string> = {
  userGone: 'Votre utilisateur n’existe plus.',
};
