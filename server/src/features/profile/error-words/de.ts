import type { EN } from './en.ts';

export const DE: Record<keyof typeof EN, string> = {
  localeUnknown: 'Diese Gebietseinstellung ist nicht bekannt. Wählen Sie eine aus der Liste, zum Beispiel en-GB.',
  timeZoneUnknown: 'Diese Zeitzone ist nicht bekannt. Wählen Sie eine aus der Liste, zum Beispiel Europe/Berlin.',
};
