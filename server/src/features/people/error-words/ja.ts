import type { EN } from './en.ts';

export const JA: Record<keyof typeof EN, string> = {
  recordHidden: 'あなたの Salesforce 権限では、このレコードを表示できません。',
  personHidden: 'あなたの Salesforce 権限では、この人を表示できません。',
  slowDown: 'Salesforce からリクエストを減らすよう求められています。',
};
