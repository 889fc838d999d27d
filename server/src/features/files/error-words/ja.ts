import type { EN } from './en.ts';

export const JA: Record<keyof typeof EN, string> = {
  fileTooLarge:
    'このファイルは{size, number} MBです。1つのファイルは{limit, number} MBまでです。ダウンロードできる場所に置いて、リンクを送信してください。',
  uploadEnded: 'このファイルの送信先は閉じられました。ファイルをもう一度添付してください。',
  fileEmpty: 'このファイルは空です。',
  endingRefused:
    '{ending}で終わるファイルはウイルスを含む可能性があるため、メールプロバイダーは受け付けません。ダウンロードできる場所に置いて、リンクを送信してください。',
  programRefused:
    '名前にかかわらず、このファイルはプログラムです。プログラムはウイルスを含む可能性があるため、メールプロバイダーは受け付けません。',
  fileDay: '1日に添付できる上限の{limit, number} MBに達しました。このファイルは後で添付してください。',
  filesTooLarge: 'このメールのファイルは合計{size, number} MBで、上限は{limit, number} MBです。1つ外すか、リンクを送信してください。',
  filesTooLargeForOutlook:
    'このメールのファイルは合計{size, number} MBで、上限は{limit, number} MBです。MSI Actionsはお客様のOutlookメールボックスから送信できますが、' +
    '下書きを作成できません。1つ外すか、リンクを送信してください。',
};
