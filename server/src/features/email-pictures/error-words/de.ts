import type { EN } from './en.ts';

export const DE: Record<keyof typeof EN, string> = {
  pictureTooLarge:
    'Dieses Bild hat {size, number} MB, und ein Bild darf {limit, number} MB haben. Verkleinern Sie es und fügen Sie es dann wieder ein.',
  tooManyPixels:
    'Dieses Bild ist {width, number} Pixel breit und {height, number} hoch, und jede Seite darf {limit, number} haben. Verkleinern Sie ' +
    'es und fügen Sie es dann wieder ein.',
  picturesTooLarge:
    'Die Bilder dieser E-Mail haben zusammen {size, number} MB, und es passen {room, number} MB. Nehmen Sie eines heraus oder ' +
    'verkleinern Sie sie.',
  pictureDay: 'Sie haben an einem Tag {limit, number} MB an Bildern eingefügt, mehr ist nicht möglich. Fügen Sie dieses Bild später ein.',
};
