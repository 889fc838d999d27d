export { dayWords, minuteWords } from './dates.ts';
export { directionOf, LANGUAGES, languageFor, languageOfLetter, type Language } from './languages.ts';
export { requestLanguage } from './request-language.ts';
export { createWords, type Catalogue, type MarkupValue, type Say, type Translated } from './words.ts';
