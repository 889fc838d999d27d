import type { Translated } from '../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const JA: Translated<typeof EN> = {
  'letter.subject': 'メールアドレスの確認をお願いします',
  'letter.intro': '{org} の {person} さんが、{address} として営業メールを送信しようとしています。',
  'letter.advice':
    'ご存知の場合は、このアドレスの使用を許可してください。お心当たりがない場合は、何もする必要はありません。許可しない限り、このアドレスの名前では何も送信されません。',
  'letter.validity': '{hours, plural, other {リンクは # 時間有効です。}}',
  'letter.link': '確認: {link}',
  'letter.button': '依頼を確認',
};
