import type { Translated } from '../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const DE: Translated<typeof EN> = {
  'preview.title': 'Vorschau',
  'preview.expired': 'Diese Vorschau ist abgelaufen. Öffnen Sie die E-Mail in Salesforce erneut.',
};
