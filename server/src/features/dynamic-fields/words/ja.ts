import type { EN } from './en.ts';

export const JA: Record<keyof typeof EN, string> = {
  yes: 'はい',
  no: 'いいえ',
  yourCompany: '貴社',
};
