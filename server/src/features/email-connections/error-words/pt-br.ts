import type { EN } from './en.ts';

export const PT_BR: Record<keyof typeof EN, string> = {
  otherBrowser: 'Este consentimento foi iniciado em outro navegador. Comece novamente.',
  userGone: 'Este usuário não existe mais.',
  questionExpired: 'Esta pergunta expirou. Conecte a caixa de email novamente.',
  mailboxUnknown: 'Esta caixa de email não existe.',
  onlyMicrosoftHasTenant: 'Somente um aplicativo da Microsoft tem um locatário.',
  noOwnApp: 'Sua organização não tem um aplicativo próprio para este provedor.',
  accessDenied: 'Nada foi conectado, porque a permissão não foi dada.',
  adminApprovalNeeded: 'Sua empresa exige que um administrador aprove este aplicativo. Fale com o administrador e conecte novamente.',
  scopeMissing:
    'Nada foi conectado: sem a permissão para enviar emails, nenhum email de vendas pode ser enviado. Conecte novamente e deixe a caixa ' +
    'marcada.',
  noLastingPermission: 'Nada foi conectado: o provedor não deu uma permissão duradoura. Conecte novamente.',
  addressNotVerified: 'Nada foi conectado: o provedor não verificou o endereço desta conta. Verifique-o lá e conecte novamente.',
  providerFailed: 'O provedor de email não conseguiu concluir a conexão. Tente novamente em alguns minutos.',
};
