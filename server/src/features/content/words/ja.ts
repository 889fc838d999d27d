import type { Translated } from '../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const JA: Translated<typeof EN> = {
  'frame.title': '{name} - {company}',
  'page.sender': '送信者: {sender}',
  'page.tools': 'ページとダウンロード',
  'page.pages': 'ページ数: {count, number}',
  'page.place': '{count, number} ページ中 {page, number} ページ',
  'page.previous.button': '前へ',
  'page.next.button': '次へ',
  'page.download.button': 'ダウンロード',
  'page.first':
    '全 {count, number} ページのうち、最初の {shown, number} ページを表示しています。すべて見るにはファイルをダウンロードしてください。',
  'page.preparing': 'ページを準備しています。少し待ってからもう一度見るか、今すぐファイルをダウンロードしてください。',
  'page.again.button': 'もう一度見る',
  'page.downloadOnly': 'このファイルはここでは表示されません。見るにはダウンロードしてください。',
  'page.locked': 'このファイルにはパスワードがあるため、ここでは表示されません。ダウンロードしてパスワードで開いてください。',
  'telling.tells': '開いた日時、見たページ、ダウンロードしたかどうかが {sender} に伝わります。',
  'telling.stop.button': '伝えない',
  'telling.quiet': 'このブラウザーでの選択により、ここでの操作は {sender} に伝わりません。',
  'telling.start.button': '再び伝える',
  'telling.browser': 'ブラウザーが追跡の拒否を求めているため、ここでの操作は {sender} に伝わりません。',
  'telling.own': 'このブラウザーは {company} のメンバーとして使われたため、ここでの操作は数えられません。',
  'telling.look':
    '受信者にはこのように見えます。ここでの操作は数えられません。今後このブラウザーで開く {company} のメールのファイルも数えられません。',
  'gone.title': 'このファイルはありません',
  'gone.text': '削除されたか、リンクが完全ではありません。送信者に問い合わせてください。',
  'trouble.title': 'うまくいきませんでした',
  'trouble.text': '数分後にもう一度お試しください。',
};
