import type { EN } from './en.ts';

export const JA: Record<keyof typeof EN, string> = {
  contentGone: 'ライブラリにないファイル: {names}。これらへのリンクを外してください。',
};
