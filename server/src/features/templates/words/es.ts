import type { Translated } from '../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const ES: Translated<typeof EN> = {
  firstCategory: 'General',
  copyOf: '{name} (copia)',
};
