import type { EN } from './en.ts';

export const PT_BR: Record<keyof typeof EN, string> = {
  tooManyPeople: 'Um email é enviado a no máximo {limit, number} pessoas. Escolha menos.',
  wrongPerson: 'Somente leads e contatos recebem emails de vendas. Retire os demais.',
  unknown: 'Este email para muitas pessoas não existe. Talvez tenha sido descartado.',
  notSent: 'Este email para muitas pessoas ainda não foi enviado.',
  notAmong: 'Esta pessoa não está entre as que recebem este email.',
};
