import type { EN } from './en.ts';

export const JA: Record<keyof typeof EN, string> = {
  fileTooLarge: 'このファイルは、サービスが受け付けるサイズを超えています。',
  noBody: 'リクエストに本文がありません。',
  badJson: 'リクエストの本文が正しい JSON ではありません。',
  mailServer: 'メールサーバー',
  vendorReconnect: '{vendor} が接続を受け付けなくなりました。再接続してください。',
  vendorAdminAction: '{vendor} では、先に管理者による変更が必要です。',
  vendorPermission: '{vendor} でこの操作は許可されていません。',
  vendorNotFound: '{vendor} に存在しないか、表示する権限がありません。',
  vendorSilent: '{vendor} から時間内に応答がありませんでした。しばらくしてからもう一度お試しください。',
  vendorRefused: '{vendor} がリクエストを拒否しました。',
  signInFromPanel: 'Salesforce のパネルからログインしてください。',
  tooManyFields: 'このフォームの項目が多すぎます。',
  formBroken: 'フォームが完全に届きませんでした。前のページに戻ってもう一度お試しください。',
  cursorUnknown: 'このカーソルは認識できません。リストを最初から読み込んでください。',
  compressed: 'サービスは圧縮されたコンテンツを受け付けません。',
  nulCharacter: 'テキストに保存できない文字 (NUL) が含まれています。削除してから、もう一度お試しください。',
  letterPause: 'このアドレスへのメールを送信しています。1 分待ってから、もう一度要求してください。',
  letterRecipientDay: 'このアドレスには 1 日にこのメールが {count, plural, other {# 通}}送信されています。これ以上は相手の負担になります。',
  letterRecipientMonth:
    'このアドレスには 30 日間にこのメールが {count, plural, other {# 通}}送信されています。これ以上は相手の負担になります。',
  letterAskerDay: '1 人が 1 日に要求できるこのメールの上限に達しました。',
  letterOrgDay: '組織は 1 日にこのメールを上限の {count, plural, other {# 通}}要求しました。',
  htmlCharacters:
    'このテキストは長すぎます。書式を含めて {count, plural, other {# 文字}}までです。短くするか、残りをリンクで送信してください。',
  htmlTags:
    'このテキストは書式が多すぎます。タグは {count, plural, other {# 個}}までです。プレーンテキストとして貼り付け直してから、書式を設定し直してください。',
  htmlDepth:
    'このテキストは入れ子が深すぎます。リスト、引用、表の入れ子は {count, plural, other {# 段}}までです。プレーンテキストとして貼り付け直してから、書式を設定し直してください。',
  htmlAttributes:
    'このテキストは書式が多すぎます。属性は {count, plural, other {# 個}}までです。プレーンテキストとして貼り付け直してから、書式を設定し直してください。',
  htmlStyles:
    'このテキストは書式が多すぎます。スタイルは {count, plural, other {# 文字}}までです。プレーンテキストとして貼り付け直してから、書式を設定し直してください。',
  recordId: 'Salesforce のレコード ID は 15 文字または 18 文字の英数字です。',
  notAnAddress: 'これはメールアドレスではありません。',
  addressTooLong: 'このアドレスは長すぎます。@ より前は 64 文字、全体で 254 文字までです。',
  addressNotPlain:
    'このアドレスの @ より前に、一部のメールシステムで配信できない文字があります。半角英字 (a～z) のアドレスを確認してください。',
  picturesLost: '{count, plural, other {# 個}}の画像を送信できません。削除するか、Web ページから貼り付けてください。',
  picturesLostNamed: '{count, plural, other {# 個の画像を送信できません ({names})。削除するか、Web ページから貼り付けてください。}}',
  userUnknown: 'このユーザーは存在しません。',
  userDeactivated: 'このユーザーは無効化されています。先に再有効化してください。',
  userGone: 'あなたのユーザーはもう存在しません。',
  wrongObject: 'パネルはリード、取引先責任者、取引先、商談で使用できます。',
  emailUnverified: 'Salesforce でアドレス {address} がまだ検証されていません。Salesforce の設定で検証してから、もう一度お試しください。',
  emailNotYours: 'このメールはあなたが送信したものではありません。',
  subjectNeeded: '件名が必要です。',
  letterRefused: 'メールサーバーがこのアドレスを拒否しました。',
  letterServerSilent: 'メールサーバーから応答がありませんでした。再試行しています。',
};
