import type { EN } from './en.ts';

export const FR: Record<keyof typeof EN, string> = {
  contentGone: 'Fichiers qui ne sont plus dans la bibliothèque : {names}. Retirez les liens qui y mènent.',
};
