import type { EN } from './en.ts';

export const JA: Record<keyof typeof EN, string> = {
  otherBrowser: 'この同意は別のブラウザーで開始されました。もう一度始めてください。',
  userGone: 'このユーザーはもう存在しません。',
  questionExpired: 'この確認の有効期限が切れました。メールボックスをもう一度接続してください。',
  mailboxUnknown: 'このメールボックスは存在しません。',
  onlyMicrosoftHasTenant: 'テナントがあるのは Microsoft アプリケーションのみです。',
  noOwnApp: '組織には、このプロバイダー用の独自のアプリケーションがありません。',
  accessDenied: '権限が付与されなかったため、何も接続されませんでした。',
  adminApprovalNeeded: '会社では、このアプリケーションに管理者の承認が必要です。管理者に依頼してから、もう一度接続してください。',
  scopeMissing:
    '何も接続されませんでした。メールを送信する権限がないと、営業メールを送信できません。チェックを入れたまま、もう一度接続してください。',
  noLastingPermission: '何も接続されませんでした。プロバイダーから継続的な権限が付与されていません。もう一度接続してください。',
  addressNotVerified:
    '何も接続されませんでした。このアカウントのアドレスがプロバイダーで検証されていません。プロバイダー側で検証してから、もう一度接続してください。',
  providerFailed: 'メールプロバイダーで接続を完了できませんでした。数分後にもう一度お試しください。',
};
