export { noteLanguage, refusalLanguage, varyByLanguage } from './answer-language.ts';
export { LANGUAGES, languageFor, type Language } from './languages.ts';
export { requestLanguage } from './request-language.ts';
export { createSentences, verbatim, type Sentence, type SentenceValues } from './sentences.ts';
export { createWords, type Catalogue, type MarkupValue, type Say } from './words.ts';
