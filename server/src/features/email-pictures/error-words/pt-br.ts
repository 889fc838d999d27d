import type { EN } from './en.ts';

export const PT_BR: Record<keyof typeof EN, string> = {
  pictureTooLarge: 'Esta imagem tem {size, number} MB, e uma imagem pode ter {limit, number} MB. Reduza-a e insira-a novamente.',
  tooManyPixels:
    'Esta imagem tem {width, number} pixels de largura e {height, number} de altura, e cada lado pode ter {limit, number}. Reduza-a e ' +
    'insira-a novamente.',
  picturesTooLarge: 'As imagens deste email têm {size, number} MB juntas, e cabem {room, number} MB. Retire uma ou reduza-as.',
  pictureDay: 'Você inseriu {limit, number} MB de imagens em um dia, que é o máximo. Insira esta mais tarde.',
};
