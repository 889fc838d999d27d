import type { EN } from './en.ts';

export const JA: Record<keyof typeof EN, string> = {
  emailUnknown: 'このメールはあなたが送信したものではありません。',
};
