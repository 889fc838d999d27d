import type { EN } from './en.ts';

export const PT_BR: Record<keyof typeof EN, string> = {
  recordUnsaid: 'O Salesforce não informou o que aconteceu com este registro.',
  parentNotLogged: 'A atividade à qual isto pertence não está no Salesforce.',
  noField: 'Esta organização não tem um campo para isto.',
  taskDeleted: 'A tarefa foi excluída no Salesforce.',
  personDeleted: 'A pessoa foi excluída no Salesforce, e não resta nenhum registro para a tarefa.',
};
