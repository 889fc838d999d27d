import type { EN } from './en.ts';

export const JA: Record<keyof typeof EN, string> = {
  addressUnknown: 'このアドレスは追加されていません。',
  gmailSilent: '現在、Gmail から応答がありません。1 分後にもう一度お試しください。',
  limitReached: 'メールボックスを含めて {count, plural, other {# 個}}のアドレスまで使用できます。先に 1 つ削除してください。',
  ownAddressOnly:
    'メールボックスは自分のアドレスからのみ送信します。他のアドレスを使用するには、管理者がチームのメールサーバーを設定します。',
  linkExpired: '検証メールのリンクは 24 時間有効です。設定で新しいリンクを要求してください。',
  linkUnknown: 'このリンクが完全でないか、要求が取り消されています。メールからもう一度開いてください。',
  notVerifiedByGoogle: 'メールボックスはこのアドレスから送信できません。Google で検証されていません。',
  isMailbox: 'これはあなたのメールボックスです。代わりに切断してください。',
  nameNeeded: '名前が必要です。',
};
