import type { EN } from './en.ts';

export const PT_BR: Record<keyof typeof EN, string> = {
  emailUnknown: 'Este email não existe.',
  emailHidden: 'Este email não existe, ou você não pode vê-lo.',
  notYours: 'Você não enviou este email.',
  reconnectToSee: 'Reconecte sua caixa de email: assim poderemos ver se este email foi enviado.',
  userGone: 'Seu usuário não existe mais.',
  draftUnknown: 'Este rascunho não existe.',
  orgStopped: 'O administrador parou todos os envios. Nada é enviado até que ele permita conexões novamente.',
  identityNotVerified: 'Você ainda não pode enviar deste endereço. Escolha outro remetente ou verifique o endereço nas configurações.',
  teamSmtpMissing: 'Sua equipe não tem mais servidor de email para este endereço. Escolha outro remetente.',
  wrongObject: 'O painel funciona em leads, contatos, contas e oportunidades.',
  wrongPerson: 'Um email é enviado a um lead ou a um contato.',
  subjectNeeded: 'É necessário um assunto.',
  bodyTooLong: 'Este texto é longo demais. Encurte-o e remova as imagens coladas.',
};
