import type { EN } from './en.ts';

export const ES: Record<keyof typeof EN, string> = {
  yes: 'sí',
  no: 'no',
  yourCompany: 'su empresa',
};
