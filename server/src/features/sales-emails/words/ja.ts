import type { Translated } from '../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const JA: Translated<typeof EN> = {
  'preview.title': 'プレビュー',
  'preview.expired': 'このプレビューは期限切れです。Salesforce でメールを開き直してください。',
};
