export { LANGUAGES, languageFor, type Language } from './languages.ts';
export { requestLanguage } from './request-language.ts';
export { createWords, type Catalogue, type MarkupValue, type Say } from './words.ts';
