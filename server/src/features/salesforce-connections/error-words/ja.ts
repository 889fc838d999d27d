import type { EN } from './en.ts';

export const JA: Record<keyof typeof EN, string> = {
  notConnected: 'Salesforce に接続されていません。',
  refreshCutOff: '更新が中断されました。そのトークンを再度使用すると接続が終了します。Salesforce に再接続してください。',
};
