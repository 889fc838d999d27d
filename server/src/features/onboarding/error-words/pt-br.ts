import type { EN } from './en.ts';

export const PT_BR: Record<keyof typeof EN, string> = {
  notInvited: 'Ainda não há convite para {address}. Peça um convite ao administrador.',
  orgUnknown: 'Esta organização do Salesforce não está conectada ao MSI Actions. Fale com o administrador.',
  wrongEmail:
    'Seu endereço do Salesforce é {own}, e o convite foi enviado a {invited}. Peça ao administrador um convite para o primeiro, ou faça ' +
    'login no Salesforce com o segundo.',
  alreadyLinked: 'Seu usuário do Salesforce já pertence à conta de acesso {address}. Peça ao administrador que encerre uma das duas.',
  signInLinkExpired: 'Este link funcionava por 15 minutos. Volte ao painel no Salesforce e clique no botão novamente.',
  panelLinkExpired: 'Este link funcionava por apenas um minuto. Volte ao painel no Salesforce e clique no botão novamente.',
  linkUsed: 'Este link funciona uma única vez. Volte ao painel no Salesforce e clique no botão novamente.',
  pageUnknown: 'Esta página não existe. Abra o link do seu email ou o painel no Salesforce.',
  otherOrgForSettings:
    'Seu login está em outra organização do Salesforce. Faça login na organização cujas configurações você quer alterar e tente novamente.',
  notAnOrgAddress:
    'Este não é o endereço de uma organização do Salesforce. Copie-o da barra de endereço enquanto estiver no Salesforce, ou deixe o ' +
    'campo vazio.',
};
