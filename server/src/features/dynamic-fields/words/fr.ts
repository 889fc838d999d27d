import type { EN } from './en.ts';

export const FR: Record<keyof typeof EN, string> = {
  yes: 'oui',
  no: 'non',
  yourCompany: 'votre entreprise',
};
