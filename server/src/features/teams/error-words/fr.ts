import type { EN } from './en.ts';

export const FR: Record<keyof typeof EN, string> = {
  everyoneIsTaken: 'L’équipe Tout le monde existe déjà : chacun en fait partie. Choisissez un autre nom.',
  nameTaken: 'Il existe déjà une équipe {name}. Choisissez un autre nom.',
  teamGone: 'Cette équipe n’existe plus.',
  nameNeeded: 'Une équipe a besoin d’un nom.',
  nameUnseen: 'Le nom d’une équipe est une ligne de caractères visibles.',
  nameTooLong: 'Le nom d’une équipe a 80 caractères au plus.',
};
