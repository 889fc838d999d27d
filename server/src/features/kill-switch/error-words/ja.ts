import type { EN } from './en.ts';

export const JA: Record<keyof typeof EN, string> = {
  orgUnknown: 'この組織は存在しません。',
  nameDiffers: 'これは組織の名前ではありません。すべてを停止するには、「{name}」と入力してください。',
};
