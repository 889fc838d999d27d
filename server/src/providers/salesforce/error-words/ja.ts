import type { EN } from './en.ts';

export const JA: Record<keyof typeof EN, string> = {
  passwordExpired: 'Salesforce のパスワードの有効期限が切れています。Salesforce にログインして、新しいパスワードを設定してください。',
  userLocked:
    'パスワードの誤りにより、Salesforce のユーザーがロックされました。ロックが解除されるまで待つか、Salesforce 管理者にお問い合わせください。',
  storageFull: 'Salesforce 組織のデータストレージがいっぱいです。Salesforce 管理者が空き容量を増やせます。',
  userInactive: 'あなたの Salesforce ユーザーは有効ではありません。Salesforce 管理者にお問い合わせください。',
  noAnswer: 'Salesforce から応答がありませんでした。',
  noAnswerMayBeDone: 'Salesforce から応答がありませんでした。要求は実行された可能性があります。',
  unknownFailure: 'Salesforce で不明なエラーが発生しました。',
  strangerAnswered: 'Salesforce 以外から応答がありました。',
  strangerAnsweredToken: 'トークンの要求に、Salesforce 以外から応答がありました。',
  waitForLogin: '次のログインまで待つよう、Salesforce から求められています。',
  tokenNotAnswered: 'Salesforce はトークンの要求に応答できませんでした。',
  adminMustAllow: '先に、Salesforce 管理者がこのアプリケーションを許可する必要があります。',
  tokenRefused: 'Salesforce がトークンの要求を拒否しました。',
  connectionDead: 'Salesforce がこの接続を受け付けなくなりました。',
  unreachable: 'Salesforce に接続できませんでした。',
  refreshNotAnswered: 'Salesforce から更新への応答がありませんでした。トークンは使用済みの可能性があります。',
  refreshWithoutToken: 'Salesforce から更新に対して、トークン以外の応答がありました。',
  recordsUnsaid: 'Salesforce から各レコードの結果が返されませんでした。',
  refusedWithoutReason: 'このレコードが拒否された理由が Salesforce から返されませんでした。',
};
