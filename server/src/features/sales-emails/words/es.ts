import type { Translated } from '../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const ES: Translated<typeof EN> = {
  'preview.title': 'Vista previa',
  'preview.expired': 'Esta vista previa ha caducado. Abra el correo de nuevo en Salesforce.',
};
