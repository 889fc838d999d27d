import type { EN } from './en.ts';

export const PT_BR: Record<keyof typeof EN, string> = {
  contentGone: 'Arquivos que não estão mais na biblioteca: {names}. Retire os links que levam a eles.',
};
