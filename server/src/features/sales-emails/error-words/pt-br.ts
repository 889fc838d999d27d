import type { EN } from './en.ts';

export const PT_BR: Record<keyof typeof EN, string> = {
  emailUnknown: 'Este email não existe.',
  emailHidden: 'Este email não existe, ou você não pode vê-lo.',
  reconnectToSee: 'Reconecte sua caixa de email: assim poderemos ver se este email foi enviado.',
  draftUnknown: 'Este rascunho não existe.',
  orgStopped: 'O administrador parou todos os envios. Nada é enviado até que ele permita conexões novamente.',
  identityNotVerified: 'Você ainda não pode enviar deste endereço. Escolha outro remetente ou verifique o endereço nas configurações.',
  teamSmtpMissing: 'Sua equipe não tem mais servidor de email para este endereço. Escolha outro remetente.',
  wrongPerson: 'Um email é enviado a um lead ou a um contato.',
  subjectTooLong: 'Com os valores dos campos dinâmicos, este assunto tem mais de {limit} caracteres. Encurte-o.',
  bodyTooLong: 'Este texto é longo demais. Encurte-o e remova as imagens coladas.',
  timeUnreadable: 'Escolha um horário como 09:00.',
  zoneUnknown: 'Este fuso horário não existe.',
  schedulePassed: 'Este horário já passou. Escolha um posterior.',
  scheduleTooFar: 'Um email pode ser agendado com até um ano de antecedência. Escolha um dia anterior.',
  clocksSkip: 'Os relógios pulam {wanted} nesse dia. O email é enviado às {chosen}.',
  clocksRepeat: 'Os relógios mostram {wanted} duas vezes nesse dia. O email é enviado na primeira vez.',
};
