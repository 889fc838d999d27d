import type { EN } from './en.ts';

export const JA: Record<keyof typeof EN, string> = {
  pictureTooLarge:
    'この画像は {size, number} MB です。1 つの画像の上限は {limit, number} MB です。小さくしてからもう一度挿入してください。',
  tooManyPixels:
    'この画像は幅 {width, number} ピクセル、高さ {height, number} ピクセルです。各辺の上限は {limit, number} ピクセルです。小さくしてからもう一度' +
    '挿入してください。',
  picturesTooLarge: 'このメールの画像は合計 {size, number} MB で、{room, number} MB まで入ります。画像を削除するか、小さくしてください。',
  pictureDay: '1 日に挿入できる画像の上限 ({limit, number} MB) に達しました。この画像は後で挿入してください。',
};
