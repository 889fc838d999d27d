import type { EN } from './en.ts';

export const JA: Record<keyof typeof EN, string> = {
  everyoneIsTaken: 'チーム「全員」はすでに存在し、全員が含まれています。別の名前を選択してください。',
  nameTaken: 'チーム「{name}」はすでに存在します。別の名前を選択してください。',
  teamGone: 'このチームはもう存在しません。',
  nameNeeded: 'チームには名前が必要です。',
  nameUnseen: 'チームの名前は、表示できる文字 1 行で入力してください。',
  nameTooLong: 'チームの名前は 80 文字までです。',
};
