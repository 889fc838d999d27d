import type { EN } from './en.ts';

export const JA: Record<keyof typeof EN, string> = {
  nameNeeded: 'テンプレートには名前が必要です。',
  nameTooLong: 'テンプレートの名前は 120 文字までです。',
  nameUnseen: '名前は、表示できる文字 1 行で入力してください。',
  categoryNameNeeded: 'カテゴリには名前が必要です。',
  categoryNameTooLong: 'カテゴリの名前は 80 文字までです。',
  subjectTooLong: '件名は 998 文字までです。',
  bodyTooLong: 'このテンプレートは長すぎます。短くしてください。',
  notesTooLong: 'メモは 10,000 文字までです。',
  tooManyCriteria: 'テンプレートの条件は 3 つまでです。',
  tooManyPinned: '固定できるカテゴリは 5 つまでです。先に 1 つ解除してください。',
  templateGone: 'このテンプレートは存在しないか、共有されなくなりました。',
  categoryGone: 'このカテゴリはもう存在しません。',
  teamGone: 'これらのチームのうち 1 つはもう存在しません。',
  notInTeam: '共有できるのは、自分が所属するチームだけです。所属していないチームが含まれています。',
  changedBy: '{name} さんがこのテンプレートを先に保存しました。あなたの変更はまだ保存されていません。',
  nameTaken: 'カテゴリ「{name}」はすでに存在します。別の名前を選択してください。',
  restricted: '管理者がチームに許可するまで、カテゴリ「{name}」で共有できるのは管理者だけです。',
};
