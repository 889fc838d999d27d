import type { EN } from './en.ts';

export const PT_BR: Record<keyof typeof EN, string> = {
  addressUnknown: 'Você não tem este endereço.',
  gmailSilent: 'O Gmail não responde no momento. Tente novamente em um minuto.',
  limitReached:
    'Você pode ter {count, plural, one {# endereço} many {# de endereços} other {# endereços}}, contando sua caixa de email. Remova um ' +
    'primeiro.',
  ownAddressOnly:
    'Sua caixa de email envia somente do próprio endereço. Para outros endereços, o administrador configura um servidor de email da ' +
    'equipe.',
  linkExpired: 'Os links dos emails de verificação funcionam por 24 horas. Peça um novo nas configurações.',
  linkUnknown: 'Este link está incompleto ou o pedido foi retirado. Abra-o novamente pelo email.',
  notVerifiedByGoogle: 'Sua caixa de email não pode enviar deste endereço: o Google não o verificou lá.',
  isMailbox: 'Esta é sua caixa de email. Desconecte-a em vez disso.',
  nameNeeded: 'É necessário um nome.',
};
