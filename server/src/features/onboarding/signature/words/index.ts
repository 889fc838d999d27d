import { createWords, type Say } from '../../../../platform/languages/index.ts';
import { DE } from './de.ts';
import { EN } from './en.ts';
import { ES } from './es.ts';
import { FR } from './fr.ts';
import { JA } from './ja.ts';
import { PT_BR } from './pt-br.ts';

export type SignatureText = keyof typeof EN;
export type SayOfSignature = Say<SignatureText>;

/** The words of the page of the signature. */
export const signatureWords = createWords<typeof EN>({ en: EN, de: DE, es: ES, fr: FR, ja: JA, 'pt-BR': PT_BR });
