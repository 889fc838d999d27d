import type { EN } from './en.ts';

export const PT_BR: Record<keyof typeof EN, string> = {
  passwordExpired: 'Sua senha do Salesforce expirou. Faça login no Salesforce e defina uma nova.',
  userLocked:
    'O Salesforce bloqueou seu usuário após senhas incorretas. Aguarde o fim do bloqueio ou fale com o administrador do Salesforce.',
  storageFull: 'O armazenamento de dados da sua organização do Salesforce está cheio. O administrador do Salesforce pode liberar espaço.',
  userInactive: 'Seu usuário do Salesforce não está ativo. Fale com o administrador do Salesforce.',
  noAnswer: 'O Salesforce não respondeu.',
  noAnswerMayBeDone: 'O Salesforce não respondeu, e pode ter feito o que foi pedido.',
  unknownFailure: 'O Salesforce falhou por um motivo desconhecido.',
  strangerAnswered: 'Outra coisa respondeu no lugar do Salesforce.',
  strangerAnsweredToken: 'Outra coisa respondeu à solicitação do token no lugar do Salesforce.',
  waitForLogin: 'O Salesforce pede que se espere antes do próximo login.',
  tokenNotAnswered: 'O Salesforce não conseguiu responder à solicitação do token.',
  adminMustAllow: 'O administrador do Salesforce precisa antes permitir este aplicativo.',
  tokenRefused: 'O Salesforce recusou a solicitação do token.',
  connectionDead: 'O Salesforce não aceita mais esta conexão.',
  unreachable: 'Não foi possível acessar o Salesforce.',
  refreshNotAnswered: 'O Salesforce não respondeu à renovação, e pode ter consumido o token.',
  refreshWithoutToken: 'O Salesforce respondeu à renovação com algo que não é um token.',
  recordsUnsaid: 'O Salesforce não informou o que aconteceu com cada registro.',
  refusedWithoutReason: 'O Salesforce não informou por que recusou este registro.',
};
