import type { EN } from './en.ts';

export const JA: Record<keyof typeof EN, string> = {
  taskUnknown: 'この ToDo はあなたが追加したものではありません。',
  notRefused: 'このような ToDo は Salesforce に拒否されていません。',
  personGone: 'この人はもうレコードにありません。別の人を選択してください。',
  assigneeInactive: 'ToDo を割り当てられるのは、MSI Actions の有効なユーザーのみです。別のユーザーを選択してください。',
};
