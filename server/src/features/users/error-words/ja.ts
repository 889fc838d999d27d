import type { EN } from './en.ts';

export const JA: Record<keyof typeof EN, string> = {
  accessEnded: '管理者があなたの MSI Actions へのアクセスを終了しました。アクセスの復元を管理者に依頼してください。',
  addressInUse:
    'アドレス {address} は、別の組織の MSI Actions で使用されています。1 つのアドレスは同時に 1 つの組織でのみ使用できます。その組織でのアクセスの終了を先方の管理者に依頼してから、もう一度お試しください。',
  noSeatLeft: '{count, plural, other {# 個}}のライセンスがすべて使用されています。先に誰かを無効化してください。',
  lastAdmin: '最後の管理者は無効化できません。',
  addressTaken:
    'このリストの別のユーザーがアドレス {address} を使用しているか、このアドレスで招待されています。先にそのユーザーを無効化してください。',
  salesforceUserUnknown:
    'アドレス {address} の Salesforce ユーザーがわからなくなりました。このアドレスを招待して、最初からやり直してください。',
  csvEmpty: 'このファイルは空です。',
  csvNoRows: 'このファイルには見出しのみで、行がありません。',
  csvTooManyRows: 'このファイルの行数が {count, plural, other {# 行}}を超えています。招待する人だけのファイルを作成してください。',
  csvUnreadable: 'このファイルは CSV として読み取れません。CSV (UTF-8) として保存してから、もう一度お試しください。',
  csvUnreadableLine:
    'このファイルは CSV として読み取れません。{line} 行目を確認してください。CSV (UTF-8) として保存してから、もう一度お試しください。',
  tokenUnknown: '{token} は使用できません。使用できるもの: {known}。',
  letterEmpty: 'メールに本文が必要です。',
};
