import type { EN } from './en.ts';

export const PT_BR: Record<keyof typeof EN, string> = {
  proofNeeded:
    'Faça login novamente com o Salesforce primeiro. Para alterar o que torna sua organização confiável, é preciso um login de um ' +
    'administrador do Salesforce feito há menos de {minutes, plural, one {# minuto} many {# de minutos} other {# minutos}}.',
  adminWithoutPermission:
    'Somente um administrador do Salesforce pode alterar o que torna sua organização confiável. Você tem o papel de administrador do ' +
    'MSI Actions, mas o Salesforce não dá a você a permissão “Modificar todos os dados” (Modify All Data).',
  registered: '{org} já está conectada. Para convites e configurações: {admins}.',
  thisOrg: 'Esta organização',
  sessionEnded: 'A sessão do painel foi encerrada. Recarregue a página.',
  signedTokenNeeded: 'Uma sessão é dada para um token assinado pelo Salesforce.',
  keyTooShort: 'A chave deste certificado tem {bits} bits. São necessários pelo menos {least}.',
  certificateExpired: 'Este certificado expirou em {day}. Crie um novo no Salesforce.',
  certificateNotYetValid: 'Este certificado só é válido a partir de {day}.',
  certificateNotActive: 'Este certificado não está mais ativo.',
  certificateRevoked:
    'Este certificado, ou outro com a mesma chave, foi revogado em {day}. Crie um novo no Salesforce. Se ninguém mais tiver a chave, ' +
    'com certeza, faça login novamente com o Salesforce, marque a caixa e carregue-o mais uma vez.',
  certificateRevokedBy:
    'Este certificado, ou outro com a mesma chave, foi revogado em {day} por {who}. Crie um novo no Salesforce. Se ninguém mais tiver a ' +
    'chave, com certeza, faça login novamente com o Salesforce, marque a caixa e carregue-o mais uma vez.',
  originOfAnotherOrg: '{origin} não pertence a {org}, onde você fez login. O endereço de {org} é {own}.',
};
