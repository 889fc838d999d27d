import type { Translated } from '../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const JA: Translated<typeof EN> = {
  'test.subject': 'メールサーバーのテスト',
  'test.text': 'このメールは、チームが営業メールの送信に使用するメールサーバーを経由して届きました。サーバーは正常に動作しています。',
};
