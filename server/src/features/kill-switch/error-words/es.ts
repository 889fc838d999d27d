import type { EN } from './en.ts';

export const ES: Record<keyof typeof EN, string> = {
  orgUnknown: 'Esta organización no existe.',
  nameDiffers: 'Este no es el nombre de su organización. Para detener todo, escriba “{name}”.',
};
