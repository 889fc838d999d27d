import type { Translated } from '../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const JA: Translated<typeof EN> = {
  'letter.from': '{company} (MSI Actions)',
  'letter.subject': '{invitedBy} さんが {company} の MSI Actions に招待しています',
  'letter.hello': '{firstName} 様',
  'letter.what':
    '{invitedBy} さんから、{company} の MSI Actions への招待が届いています。MSI Actions を使うと、Salesforce の中でリードや取引先責任者に営業メールを書くことができます。' +
    'メールはご自分のメールボックスから送信され、誰が返信したかを Salesforce で確認できます。',
  'letter.start': '開始にかかる時間は約 2 分です。Salesforce でログインし、Gmail または Outlook のメールボックスを接続してください。',
  'letter.button': '開始する',
  'letter.link': '{button}: {link}',
  'letter.validity': 'このリンクはあなた専用で、{day} まで 1 回だけ使用できます。',
  'letter.footer':
    'このメールは、{invitedBy} さんがあなたを {company} の MSI Actions に招待したため送信されました。お心当たりがない場合、何もする必要はありません。',
  'letter.footerOfAdmin':
    'このメールは、管理者があなたを {company} の MSI Actions に招待したため送信されました。お心当たりがない場合、何もする必要はありません。',
  'nobody.firstName': 'ご担当者',
  'nobody.invitedBy': '管理者',
};
