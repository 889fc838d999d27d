import type { Translated } from '../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const DE: Translated<typeof EN> = {
  firstCategory: 'Allgemein',
  copyOf: '{name} (Kopie)',
};
