import type { EN } from './en.ts';

export const JA: Record<keyof typeof EN, string> = {
  recordUnsaid: 'このレコードの結果が Salesforce から返されませんでした。',
  parentNotLogged: '関連する活動が Salesforce にありません。',
  noField: 'この組織には対応する項目がありません。',
  taskDeleted: 'ToDo は Salesforce で削除されました。',
  personDeleted: 'この人は Salesforce で削除されており、ToDo を関連付けるレコードがありません。',
};
