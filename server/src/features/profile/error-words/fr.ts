import type { EN } from './en.ts';

export const FR: Record<keyof typeof EN, string> = {
  localeUnknown: 'Ces paramètres régionaux ne sont pas connus. Choisissez-les dans la liste, par exemple en-GB.',
  timeZoneUnknown: 'Ce fuseau horaire n’est pas connu. Choisissez-en un dans la liste, par exemple Europe/Berlin.',
};
