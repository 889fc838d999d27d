import type { EN } from './en.ts';

export const ES: Record<keyof typeof EN, string> = {
  localeUnknown: 'Esta configuración regional no se conoce. Elija una de la lista, como en-GB.',
  timeZoneUnknown: 'Esta zona horaria no se conoce. Elija una de la lista, como Europe/Berlin.',
};
