import type { EN } from './en.ts';

export const JA: Record<keyof typeof EN, string> = {
  notInvited: '{address} への招待はまだありません。管理者に招待を依頼してください。',
  orgUnknown: 'この Salesforce 組織は MSI Actions に接続されていません。管理者にお問い合わせください。',
  wrongEmail:
    'あなたの Salesforce アドレスは {own} ですが、招待は {invited} に送信されました。{own} への招待を管理者に依頼するか、{invited} で Salesforce にログインしてください。',
  alreadyLinked:
    'あなたの Salesforce ユーザーは、すでに利用者アカウント {address} に紐づいています。どちらか一方の終了を管理者に依頼してください。',
  signInLinkExpired: 'このリンクの有効時間は 15 分でした。Salesforce のパネルに戻り、もう一度ボタンを押してください。',
  panelLinkExpired: 'このリンクの有効時間は 1 分でした。Salesforce のパネルに戻り、もう一度ボタンを押してください。',
  linkUsed: 'このリンクは 1 回のみ使用できます。Salesforce のパネルに戻り、もう一度ボタンを押してください。',
  pageUnknown: 'このページは存在しません。メールのリンクまたは Salesforce のパネルを開いてください。',
  otherOrgForSettings: '別の Salesforce 組織にログインしています。設定を変更する組織にログインしてから、もう一度お試しください。',
  notAnOrgAddress:
    'これは Salesforce 組織のアドレスではありません。Salesforce を開いた状態でアドレスバーからコピーするか、空欄のままにしてください。',
};
