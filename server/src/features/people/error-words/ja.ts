import type { EN } from './en.ts';

export const JA: Record<keyof typeof EN, string> = {
  wrongObject: 'パネルはリード、取引先責任者、取引先、商談で使用できます。',
  recordHidden: 'あなたの Salesforce 権限では、このレコードを表示できません。',
  personHidden: 'あなたの Salesforce 権限では、この人を表示できません。',
  slowDown: 'Salesforce からリクエストを減らすよう求められています。',
};
