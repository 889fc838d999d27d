import type { EN } from './en.ts';

export const JA: Record<keyof typeof EN, string> = {
  'email.fileTooLarge':
    'このファイルは{size, number} MBです。1つのファイルは{limit, number} MBまでです。ダウンロードできる場所に置いて、リンクを送信してください。',
  uploadEnded: 'アップロードに時間がかかりすぎました。ファイルをもう一度選択してください。',
  fileEmpty: 'このファイルは空です。',
  'email.endingRefused':
    '{ending}で終わるファイルはウイルスを含む可能性があるため、メールプロバイダーは受け付けません。ダウンロードできる場所に置いて、リンクを送信してください。',
  'email.programRefused':
    '名前にかかわらず、このファイルはプログラムです。プログラムはウイルスを含む可能性があるため、メールプロバイダーは受け付けません。',
  'email.fileDay': '1日に添付できる上限の{limit, number} MBに達しました。このファイルは後で添付してください。',
  'content.fileTooLarge':
    'このファイルは{size, number} MBです。1つのファイルは{limit, number} MBまでです。画像を小さくするなどして、ファイルを小さくしてください。',
  'content.endingRefused': '{ending}で終わるファイルはウイルスを含む可能性があるため、コンテンツにできません。',
  'content.programRefused':
    '名前にかかわらず、このファイルはプログラムです。プログラムはウイルスを含む可能性があるため、コンテンツにできません。',
  'content.fileDay': '1日にアップロードできる上限の{limit, number} MBに達しました。このファイルは後でアップロードしてください。',
  filesTooLarge: 'このメールのファイルは合計{size, number} MBで、上限は{limit, number} MBです。1つ外すか、リンクを送信してください。',
  filesTooLargeForOutlook:
    'このメールのファイルは合計{size, number} MBで、上限は{limit, number} MBです。MSI Actionsはお客様のOutlookメールボックスから送信できますが、' +
    '下書きを作成できません。1つ外すか、リンクを送信してください。',
};
