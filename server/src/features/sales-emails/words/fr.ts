import type { Translated } from '../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const FR: Translated<typeof EN> = {
  'preview.title': 'Aperçu',
  'preview.expired': 'Cet aperçu a expiré. Ouvrez de nouveau l’e-mail dans Salesforce.',
};
