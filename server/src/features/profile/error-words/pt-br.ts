import type { EN } from './en.ts';

export const PT_BR: Record<keyof typeof EN, string> = {
  localeUnknown: 'Esta localidade não é conhecida. Escolha uma da lista, como en-GB.',
  timeZoneUnknown: 'Este fuso horário não é conhecido. Escolha um da lista, como Europe/Berlin.',
};
