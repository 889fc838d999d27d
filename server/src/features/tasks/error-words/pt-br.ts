import type { EN } from './en.ts';

export const PT_BR: Record<keyof typeof EN, string> = {
  taskUnknown: 'Você não adicionou esta tarefa.',
  notRefused: 'O Salesforce não recusou nenhuma tarefa sua como esta.',
  personGone: 'Esta pessoa não está mais no registro. Escolha outra.',
  assigneeInactive: 'Uma tarefa só pode ser atribuída a um usuário ativo do MSI Actions. Escolha outro.',
};
