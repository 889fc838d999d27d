import type { EN } from './en.ts';

export const JA: Record<keyof typeof EN, string> = {
  optedOut: '{who} はメールの受信を拒否しています。',
  optOutUnknown:
    'あなたの Salesforce 権限では、{who} がメールの受信を拒否しているか確認できません。メールの受信拒否を示す項目 (HasOptedOutOfEmail) を表示できるようにするか、MSI Actions の設定でその場合の扱いを決めるよう、' +
    '管理者に依頼してください。',
};
