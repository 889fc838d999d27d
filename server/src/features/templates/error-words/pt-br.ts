import type { EN } from './en.ts';

export const PT_BR: Record<keyof typeof EN, string> = {
  nameNeeded: 'Um modelo precisa de um nome.',
  nameTooLong: 'O nome de um modelo tem no máximo 120 caracteres.',
  nameUnseen: 'Um nome é uma linha de caracteres visíveis.',
  categoryNameNeeded: 'Uma categoria precisa de um nome.',
  categoryNameTooLong: 'O nome de uma categoria tem no máximo 80 caracteres.',
  subjectTooLong: 'Um assunto tem no máximo 998 caracteres.',
  bodyTooLong: 'Este modelo é longo demais. Encurte-o.',
  notesTooLong: 'As notas têm no máximo 10.000 caracteres.',
  tooManyCriteria: 'Um modelo tem no máximo três critérios.',
  tooManyPinned: 'No máximo cinco categorias podem ser fixadas. Desafixe uma primeiro.',
  templateGone: 'Este modelo não existe ou não está mais compartilhado com você.',
  categoryGone: 'Esta categoria não existe mais.',
  teamGone: 'Uma destas equipes não existe mais.',
  notInTeam: 'Você pode compartilhar com as equipes de que faz parte. Você não faz parte de todas estas.',
  changedBy: '{name} salvou este modelo nesse meio-tempo. Seu texto ainda não foi salvo.',
  nameTaken: 'Já existe uma categoria {name}. Escolha outro nome.',
  restricted: 'Só administradores podem compartilhar na categoria {name}, até que um administrador permita isso à sua equipe.',
};
