import type { Translated } from '../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const PT_BR: Translated<typeof EN> = {
  firstCategory: 'Geral',
  copyOf: '{name} (cópia)',
};
