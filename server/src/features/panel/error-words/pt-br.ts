import type { EN } from './en.ts';

export const PT_BR: Record<keyof typeof EN, string> = {
  userGone: 'Seu usuário não existe mais.',
};
