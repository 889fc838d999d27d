import type { EN } from './en.ts';

export const DE: Record<keyof typeof EN, string> = {
  tooManyFields: 'Eine E-Mail kann {limit} verschiedene dynamische Felder haben. Nehmen Sie einige heraus.',
  promptsLeft: 'In dieser E-Mail muss noch etwas ersetzt oder entfernt werden: {prompts}',
  fieldsUnresolved: 'Für {person} gibt es keinen Wert: {fields}',
  tooLarge: 'Mit den Werten ihrer dynamischen Felder ist diese E-Mail zu groß. Nehmen Sie lange Felder heraus.',
};
