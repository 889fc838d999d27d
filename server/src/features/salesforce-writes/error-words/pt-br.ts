import type { EN } from './en.ts';

export const PT_BR: Record<keyof typeof EN, string> = {
  emailUnknown: 'Você não enviou este email.',
};
