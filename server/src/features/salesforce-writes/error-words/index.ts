import { asEnglishAll } from '../../../platform/english-sentences.ts';
import { DE } from './de.ts';
import { EN } from './en.ts';
import { ES } from './es.ts';
import { FR } from './fr.ts';
import { JA } from './ja.ts';
import { PT_BR } from './pt-br.ts';

export const CATALOGUE = { en: EN, de: DE, es: ES, fr: FR, ja: JA, 'pt-BR': PT_BR };

/** In English, as they are kept; whoever reads them gets them by `fromEnglish`. */
export const WORDS = asEnglishAll<typeof EN>(CATALOGUE);
