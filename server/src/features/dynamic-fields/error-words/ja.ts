import type { EN } from './en.ts';

export const JA: Record<keyof typeof EN, string> = {
  tooManyFields: '1 通のメールに使用できる動的項目は {limit} 種類までです。いくつか削除してください。',
  promptsLeft: 'このメールには、置き換えまたは削除が必要な箇所が残っています: {prompts}',
  fieldsUnresolved: '{person} の値がありません: {fields}',
  tooLarge: '動的項目の値を入れると、このメールは大きすぎます。長い項目を削除してください。',
};
