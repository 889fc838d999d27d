import type { EN } from './en.ts';

export const JA: Record<keyof typeof EN, string> = {
  localeUnknown: 'この地域は認識できません。en-GB など、リストから選択してください。',
  timeZoneUnknown: 'このタイムゾーンは認識できません。Europe/Berlin など、リストから選択してください。',
};
