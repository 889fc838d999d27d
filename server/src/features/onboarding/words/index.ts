import { createWords, type Say } from '../../../platform/languages/index.ts';
import { FRAME } from './frame/index.ts';
import { ORG } from './org/index.ts';
import { REP } from './rep/index.ts';
import { SIGNATURE } from './signature/index.ts';

/** All texts of the pages outside Salesforce. */
export const CATALOGUE = {
  en: { ...FRAME.en, ...REP.en, ...ORG.en, ...SIGNATURE.en },
  de: { ...FRAME.de, ...REP.de, ...ORG.de, ...SIGNATURE.de },
  es: { ...FRAME.es, ...REP.es, ...ORG.es, ...SIGNATURE.es },
  fr: { ...FRAME.fr, ...REP.fr, ...ORG.fr, ...SIGNATURE.fr },
  ja: { ...FRAME.ja, ...REP.ja, ...ORG.ja, ...SIGNATURE.ja },
  'pt-BR': { ...FRAME['pt-BR'], ...REP['pt-BR'], ...ORG['pt-BR'], ...SIGNATURE['pt-BR'] },
};

type Key = keyof typeof CATALOGUE.en;

/** Says the texts of the pages in one language. */
export type SayPage = Say<Key>;

export const inLanguage = createWords<typeof CATALOGUE.en>(CATALOGUE);
