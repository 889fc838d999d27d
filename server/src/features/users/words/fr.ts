import type { Translated } from '../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const FR: Translated<typeof EN> = {
  'letter.from': '{company} via MSI Actions',
  'letter.subject': '{invitedBy} vous invite à utiliser MSI Actions chez {company}',
  'letter.hello': 'Bonjour {firstName},',
  'letter.what':
    '{invitedBy} vous invite à utiliser MSI Actions chez {company}. Vous y écrivez des e-mails commerciaux aux pistes et aux contacts ' +
    'dans Salesforce. Ils partent de votre propre boîte e-mail, et Salesforce vous montre qui a répondu.',
  'letter.start':
    'La mise en route prend environ deux minutes : vous vous connectez avec Salesforce et connectez votre boîte e-mail Gmail ou Outlook.',
  'letter.button': 'Commencer',
  'letter.link': '{button} : {link}',
  'letter.validity': 'Le lien est pour vous seul et fonctionne une fois, jusqu’au {day}.',
  'letter.footer':
    'Vous recevez cet e-mail parce que {invitedBy} vous invite à utiliser MSI Actions chez {company}. Si vous ne l’attendiez pas, vous ' +
    'n’avez rien à faire.',
  'letter.footerOfAdmin':
    'Vous recevez cet e-mail parce qu’un administrateur vous invite à utiliser MSI Actions chez {company}. Si vous ne l’attendiez pas, ' +
    'vous n’avez rien à faire.',
  'nobody.firstName': 'collègue',
  'nobody.invitedBy': 'Votre administrateur',
};
