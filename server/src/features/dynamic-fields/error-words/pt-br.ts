import type { EN } from './en.ts';

export const PT_BR: Record<keyof typeof EN, string> = {
  tooManyFields: 'Um email pode ter {limit} campos dinâmicos diferentes. Remova alguns.',
  promptsLeft: 'Neste email ainda há algo a substituir ou remover: {prompts}',
  fieldsUnresolved: 'Não há valor para {person}: {fields}',
  tooLarge: 'Com os valores dos campos dinâmicos, este email é grande demais. Remova os mais longos.',
};
