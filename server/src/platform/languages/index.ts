export { noteLanguage, refusalLanguage, varyByLanguage } from './answer-language.ts';
export { dayWords, minuteWords } from './dates.ts';
export { directionOf, LANGUAGES, languageFor, languageOfLetter, type Language } from './languages.ts';
export { requestLanguage } from './request-language.ts';
export { createSentences, verbatim, type Sentence, type SentenceValues } from './sentences.ts';
export { createWords, type Catalogue, type MarkupValue, type Say, type Translated } from './words.ts';
