import type { Translated } from '../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const JA: Translated<typeof EN> = {
  'fact.org': '組織',
  'fact.by': '実行者',
  'fact.from': '接続元',
  'fact.when': '日時',
  'fact.unknown': '不明',
  'fact.line': '{name}: {value}',
  'letter.opening': '{heading}。',
  'letter.link': '証明書: {link}',
  'letter.button': '証明書を確認',

  'certificate_uploaded.subject': '{org} に証明書が追加されました',
  'certificate_uploaded.heading': '証明書が追加されました',
  'certificate_uploaded.about': 'SHA-256 フィンガープリント',
  'certificate_uploaded.effect': '今後、この証明書の鍵を持つ人は誰でも、組織のユーザーを MSI Actions にログインさせることができます。',
  'certificate_uploaded.advice':
    '社内の誰も行っていない場合は、すぐに証明書を取り消し、Salesforce で管理者権限を持つ人を確認してください。',

  'certificate_revoked.subject': '{org} の証明書が取り消されました',
  'certificate_revoked.heading': '証明書が取り消されました',
  'certificate_revoked.about': 'SHA-256 フィンガープリント',
  'certificate_revoked.effect':
    'MSI Actions は、この証明書による署名をすべて拒否します。すべてのパネルがログアウトされ、自動的にもう一度ログインします。',
  'certificate_revoked.advice': '社内の誰も行っていない場合は、証明書を確認し、Salesforce で管理者権限を持つ人を確認してください。',

  'lightning_origin_changed.subject': '{org} の Lightning アドレスが変更されました',
  'lightning_origin_changed.heading': 'Lightning アドレスが変更されました',
  'lightning_origin_changed.about': '新しいアドレス',
  'lightning_origin_changed.effect': 'MSI Actions は、このアドレスのブラウザーにのみ応答します。他のアドレスのパネルは動作しなくなります。',
  'lightning_origin_changed.advice': '社内の誰も行っていない場合は、元に戻し、Salesforce で管理者権限を持つ人を確認してください。',
};
