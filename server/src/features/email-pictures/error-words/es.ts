import type { EN } from './en.ts';

export const ES: Record<keyof typeof EN, string> = {
  pictureTooLarge:
    'Esta imagen tiene {size, number} MB y una imagen puede tener {limit, number} MB. Redúzcala y después insértela de nuevo.',
  tooManyPixels:
    'Esta imagen tiene {width, number} píxeles de ancho y {height, number} de alto, y cada lado puede tener {limit, number}. Redúzcala y ' +
    'después insértela de nuevo.',
  picturesTooLarge: 'Las imágenes de este correo suman {size, number} MB y caben {room, number} MB. Quite una o redúzcalas.',
  pictureDay: 'Ha insertado {limit, number} MB de imágenes en un día, que es el máximo. Inserte esta más tarde.',
};
