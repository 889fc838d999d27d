import type { EN } from './en.ts';

export const FR: Record<keyof typeof EN, string> = {
  tooManyFields: 'Un e-mail peut contenir {limit} champs dynamiques différents. Retirez-en.',
  promptsLeft: 'Dans cet e-mail, quelque chose reste à remplacer ou à supprimer : {prompts}',
  fieldsUnresolved: 'Il n’y a pas de valeur pour {person} : {fields}',
  tooLarge: 'Avec les valeurs de ses champs dynamiques, cet e-mail est trop volumineux. Retirez les plus longs.',
};
