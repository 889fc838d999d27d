import type { EN } from './en.ts';

export const FR: Record<keyof typeof EN, string> = {
  orgUnknown: 'Cette organisation n’existe pas.',
  nameDiffers: 'Ce n’est pas le nom de votre organisation. Pour tout arrêter, saisissez « {name} ».',
};
