import type { EN } from './en.ts';

export const JA: Record<keyof typeof EN, string> = {
  proofNeeded:
    '先に Salesforce にもう一度ログインしてください。組織の信頼情報の変更には、過去 {minutes, plural, other {# 分}}以内の Salesforce 管理者によるログインが必要です。',
  adminWithoutPermission:
    '組織の信頼情報を変更できるのは Salesforce 管理者のみです。あなたは MSI Actions の管理者ですが、Salesforce の「すべてのデータの編集」(Modify All Data) 権限がありません。',
  registered: '{org} はすでに接続されています。招待と設定の変更は {admins} に依頼してください。',
  thisOrg: 'この組織',
  sessionEnded: 'パネルのセッションが終了しました。ページを再読み込みしてください。',
  signedTokenNeeded: 'セッションには、Salesforce が署名したトークンが必要です。',
  keyTooShort: 'この証明書の鍵は {bits} ビットです。{least} ビット以上が必要です。',
  certificateExpired: 'この証明書の有効期限は {day} に切れました。Salesforce で新しい証明書を作成してください。',
  certificateNotYetValid: 'この証明書は {day} から有効になります。',
  certificateNotActive: 'この証明書はもう有効ではありません。',
  certificateRevoked:
    'この証明書、または同じ鍵の別の証明書は {day} に取り消されています。Salesforce で新しい証明書を作成してください。鍵を他の誰も持っていないことが確実な場合は、Salesforce にもう一度ログインし、' +
    'チェックボックスをオンにして再度アップロードしてください。',
  certificateRevokedBy:
    'この証明書、または同じ鍵の別の証明書は {day} に {who} によって取り消されています。Salesforce で新しい証明書を作成してください。鍵を他の誰も持っていないことが確実な場合は、Salesforce にもう一度ログインし、' +
    'チェックボックスをオンにして再度アップロードしてください。',
  originOfAnotherOrg: '{origin} は、ログインした {org} のものではありません。{org} のアドレスは {own} です。',
};
