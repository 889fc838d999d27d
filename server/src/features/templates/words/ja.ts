import type { Translated } from '../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const JA: Translated<typeof EN> = {
  firstCategory: '全般',
  copyOf: '{name}（コピー）',
};
