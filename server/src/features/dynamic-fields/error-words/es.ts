import type { EN } from './en.ts';

export const ES: Record<keyof typeof EN, string> = {
  tooManyFields: 'Un correo puede tener {limit} campos dinámicos distintos. Quite algunos.',
  promptsLeft: 'En este correo aún hay algo que sustituir o quitar: {prompts}',
  fieldsUnresolved: 'No hay ningún valor para {person}: {fields}',
  tooLarge: 'Con los valores de sus campos dinámicos, este correo es demasiado grande. Quite los más largos.',
};
