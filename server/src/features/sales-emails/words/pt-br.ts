import type { Translated } from '../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const PT_BR: Translated<typeof EN> = {
  'preview.title': 'Visualização',
  'preview.expired': 'Esta visualização expirou. Abra o email novamente no Salesforce.',
};
