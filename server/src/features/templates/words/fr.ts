import type { Translated } from '../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const FR: Translated<typeof EN> = {
  firstCategory: 'Général',
  copyOf: '{name} (copie)',
};
