import type { EN } from './en.ts';

export const PT_BR: Record<keyof typeof EN, string> = {
  everyoneIsTaken: 'A equipe Todos já existe: todos fazem parte dela. Escolha outro nome.',
  nameTaken: 'Já existe uma equipe {name}. Escolha outro nome.',
  teamGone: 'Esta equipe não existe mais.',
  nameNeeded: 'Uma equipe precisa de um nome.',
  nameUnseen: 'O nome de uma equipe é uma linha de caracteres visíveis.',
  nameTooLong: 'O nome de uma equipe tem no máximo 80 caracteres.',
};
