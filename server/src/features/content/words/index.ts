import { createWords, type Catalogue, type Say } from '../../../platform/languages/index.ts';
import { DE } from './de.ts';
import { EN } from './en.ts';
import { ES } from './es.ts';
import { FR } from './fr.ts';
import { JA } from './ja.ts';
import { PT_BR } from './pt-br.ts';

export const CATALOGUE = { en: EN, de: DE, es: ES, fr: FR, ja: JA, 'pt-BR': PT_BR } satisfies Catalogue<typeof EN>;

/** Says the texts of the page of a content in one language. */
export type SayContent = Say<keyof typeof EN>;

export const inLanguage = createWords<typeof EN>(CATALOGUE);
