import type { EN } from './en.ts';

export const JA: Record<keyof typeof EN, string> = {
  portNotAllowed: 'メールサーバーのポートは 25、465、587、2525 のいずれかです。',
  encryptionNeeded: '暗号化しないと、経路上の誰でもパスワードとメールを読めてしまいます。TLS または STARTTLS を選択してください。',
  hostNotAllowed: 'このサーバーは公開インターネット上にないため、接続できません。',
  signInNeeded: 'メールサーバーがユーザー名とパスワードを要求しています。',
  signInRefused: 'メールサーバーがユーザー名またはパスワードを拒否しました。',
  tlsFailed:
    'サーバーから応答がありましたが、証明書を信頼できないか、暗号化の種類が異なります。名前、ポート、TLS または STARTTLS を確認してください。',
  recipientRefused: 'メールサーバーがテストメールの宛先を拒否しました。',
  senderRefused: 'メールサーバーは、あなたのアドレスからの送信を許可していません。',
  refusedToTalk: 'メールサーバーが接続を拒否したか、選択した暗号化に対応していません。',
  comeBackLater: 'メールサーバーから、後で再試行するよう求められました。',
  uncertain: 'メールサーバーはメールを受け取りましたが、時間内に確認応答がありませんでした。届いているか確認してください。',
  unreachable: 'メールサーバーに接続できないか、接続が切断されました。名前とポートを確認してください。',
  refused: 'メールサーバーがテストメールを拒否しました。',
  taken: 'メールサーバーが {to} 宛てのテストメールを受け付けました。',
  passwordNeeded: 'このユーザーのパスワードが必要です。',
  passwordOfOtherSettings: 'パスワードをもう一度入力してください。保存されているものは別の設定用です。',
  hostNeeded: 'サーバーの名前が必要です。',
  hostOnly: 'smtp.example.com のように、サーバーの名前のみを入力してください。',
};
