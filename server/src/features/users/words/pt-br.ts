import type { Translated } from '../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const PT_BR: Translated<typeof EN> = {
  'letter.from': '{company} via MSI Actions',
  'letter.subject': '{invitedBy} convidou você para o MSI Actions em {company}',
  'letter.hello': 'Olá, {firstName},',
  'letter.what':
    '{invitedBy} convidou você para o MSI Actions em {company}. Com ele, você escreve emails de vendas para leads e contatos dentro do ' +
    'Salesforce. Eles saem da sua própria caixa de email, e o Salesforce mostra quem respondeu.',
  'letter.start':
    'Para começar, bastam cerca de dois minutos: você faz login com o Salesforce e conecta sua caixa de email do Gmail ou do Outlook.',
  'letter.button': 'Começar',
  'letter.link': '{button}: {link}',
  'letter.validity': 'O link é só seu e funciona uma vez, até {day}.',
  'letter.footer':
    'Você recebe este email porque {invitedBy} convidou você para o MSI Actions em {company}. Se não o esperava, não precisa fazer nada.',
  'letter.footerOfAdmin':
    'Você recebe este email porque um administrador convidou você para o MSI Actions em {company}. Se não o esperava, não precisa fazer ' +
    'nada.',
  'nobody.firstName': 'colega',
  'nobody.invitedBy': 'O administrador',
};
