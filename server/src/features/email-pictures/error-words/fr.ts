import type { EN } from './en.ts';

export const FR: Record<keyof typeof EN, string> = {
  pictureTooLarge:
    'Cette image fait {size, number} Mo et une image peut faire {limit, number} Mo. Réduisez-la, puis insérez-la de nouveau.',
  tooManyPixels:
    'Cette image fait {width, number} pixels de large et {height, number} de haut, et chaque côté peut en avoir {limit, number}. ' +
    'Réduisez-la, puis insérez-la de nouveau.',
  picturesTooLarge:
    'Les images de cet e-mail font {size, number} Mo ensemble, et il y a de la place pour {room, number} Mo. Retirez-en une ' +
    'ou réduisez-les.',
  pictureDay: 'Vous avez inséré {limit, number} Mo d’images en un jour, ce qui est le maximum. Insérez celle-ci plus tard.',
};
