import type { EN } from './en.ts';

export const JA: Record<keyof typeof EN, string> = {
  userGone: 'あなたのユーザーはもう存在しません。',
};
