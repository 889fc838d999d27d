import type { EN } from './en.ts';

export const JA: Record<keyof typeof EN, string> = {
  tooManyPeople: '1 通のメールの宛先は最大 {limit, number} 人です。人数を減らしてください。',
  wrongPerson: '営業メールを受け取れるのはリードと取引先責任者だけです。ほかを外してください。',
  unknown: 'この一斉メールは存在しません。破棄された可能性があります。',
  notSent: 'この一斉メールはまだ送信されていません。',
  notAmong: 'この人はこのメールの宛先に含まれていません。',
};
