import type { EN } from './en.ts';

export const DE: Record<keyof typeof EN, string> = {
  yes: 'ja',
  no: 'nein',
  yourCompany: 'Ihr Unternehmen',
};
