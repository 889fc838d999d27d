import type { EN } from './en.ts';

export const DE: Record<keyof typeof EN, string> = {
  orgUnknown: 'Diese Organisation gibt es nicht.',
  nameDiffers: 'Das ist nicht der Name Ihrer Organisation. Um alles zu stoppen, geben Sie „{name}“ ein.',
};
