import type { EN } from './en.ts';

export const PT_BR: Record<keyof typeof EN, string> = {
  fileTooLarge: 'Este arquivo é maior do que o serviço aceita.',
  noBody: 'A solicitação não tem conteúdo.',
  badJson: 'O conteúdo da solicitação não é JSON válido.',
  mailServer: 'O servidor de email',
  vendorReconnect: '{vendor} não aceita mais a conexão. Reconecte.',
  vendorAdminAction: '{vendor} precisa antes de uma alteração do administrador.',
  vendorPermission: '{vendor} não permite que você faça isto.',
  vendorNotFound: '{vendor} não tem isto, ou você não pode vê-lo.',
  vendorSilent: '{vendor} não respondeu a tempo. Tente novamente em instantes.',
  vendorRefused: '{vendor} recusou a solicitação.',
  signInFromPanel: 'Faça login pelo painel no Salesforce.',
  tooManyFields: 'Este formulário tem campos demais.',
  formBroken: 'O formulário não chegou inteiro. Volte e tente novamente.',
  cursorUnknown: 'Este cursor não é nosso. Leia a lista desde o início.',
  compressed: 'O serviço não aceita conteúdo compactado.',
  nulCharacter: 'Um texto tem um caractere que não pode ser guardado (NUL). Remova-o e tente novamente.',
  letterPause: 'O email para este endereço está a caminho. Aguarde um minuto antes de pedir outro.',
  letterRecipientDay:
    'Este endereço recebeu {count, plural, one {# email deste tipo} many {# de emails deste tipo} other {# emails deste tipo}} em um ' +
    'dia. Mais do que isso só incomodaria.',
  letterRecipientMonth:
    'Este endereço recebeu {count, plural, one {# email deste tipo} many {# de emails deste tipo} other {# emails deste tipo}} em 30 ' +
    'dias. Mais do que isso só incomodaria.',
  letterAskerDay: 'Você pediu tantos emails deste tipo quanto uma pessoa pode em um dia.',
  letterOrgDay:
    'Sua organização pediu {count, plural, one {# email deste tipo} many {# de emails deste tipo} other {# emails deste tipo}} em um ' +
    'dia, que é o máximo.',
  htmlCharacters:
    'Este texto é longo demais: {count, plural, one {cabe # caractere} many {cabem # de caracteres} other {cabem # caracteres}}, com a ' +
    'formatação. Encurte-o ou envie o resto como link.',
  htmlTags:
    'Este texto tem formatação demais: {count, plural, one {cabe # tag} many {cabem # de tags} other {cabem # tags}}. Cole-o novamente ' +
    'como texto simples e formate-o de novo.',
  htmlDepth:
    'Este texto tem níveis demais: {count, plural, one {cabe # lista, citação ou tabela} many {cabem # de listas, citações ou tabelas} ' +
    'other {cabem # listas, citações ou tabelas}} uma dentro da outra. Cole-o novamente como texto simples e formate-o de novo.',
  htmlAttributes:
    'Este texto tem formatação demais: {count, plural, one {cabe # atributo} many {cabem # de atributos} other {cabem # atributos}}. ' +
    'Cole-o novamente como texto simples e formate-o de novo.',
  htmlStyles:
    'Este texto tem formatação demais: {count, plural, one {cabe # caractere de estilos} many {cabem # de caracteres de estilos} other ' +
    '{cabem # caracteres de estilos}}. Cole-o novamente como texto simples e formate-o de novo.',
  recordId: 'Um ID de registro do Salesforce tem 15 ou 18 letras e números.',
  notAnAddress: 'Este não é um endereço de email.',
  addressTooLong: 'Este endereço é longo demais: cabem 64 caracteres antes do @ e 254 no total.',
  addressNotPlain:
    'Este endereço tem letras antes do @ às quais nem todo sistema de email consegue entregar. Peça um endereço com letras simples (de ' +
    'a a z).',
  picturesLost:
    '{count, plural, one {# imagem não pode ser enviada. Remova-a ou cole-a de uma página da web.} many {# de imagens não podem ser ' +
    'enviadas. Remova-as ou cole-as de uma página da web.} other {# imagens não podem ser enviadas. Remova-as ou cole-as de uma página ' +
    'da web.}}',
  picturesLostNamed:
    '{count, plural, one {# imagem não pode ser enviada ({names}). Remova-a ou cole-a de uma página da web.} many {# de imagens não ' +
    'podem ser enviadas ({names}). Remova-as ou cole-as de uma página da web.} other {# imagens não podem ser enviadas ({names}). ' +
    'Remova-as ou cole-as de uma página da web.}}',
  userUnknown: 'Este usuário não existe.',
  userDeactivated: 'Este usuário está desativado. Reative-o primeiro.',
  userGone: 'Seu usuário não existe mais.',
  wrongObject: 'O painel funciona em leads, contatos, contas e oportunidades.',
  emailUnverified:
    'O Salesforce ainda não verificou o endereço {address}. Verifique-o nas suas configurações do Salesforce e tente novamente.',
  emailNotYours: 'Você não enviou este email.',
  subjectNeeded: 'É necessário um assunto.',
  letterRefused: 'O servidor de email recusou este endereço.',
  letterServerSilent: 'O servidor de email não respondeu. Tentaremos novamente.',
};
