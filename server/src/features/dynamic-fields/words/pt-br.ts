import type { EN } from './en.ts';

export const PT_BR: Record<keyof typeof EN, string> = {
  yes: 'sim',
  no: 'não',
  yourCompany: 'sua empresa',
};
