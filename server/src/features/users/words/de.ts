import type { Translated } from '../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const DE: Translated<typeof EN> = {
  'letter.from': '{company} über MSI Actions',
  'letter.subject': '{invitedBy} hat Sie zu MSI Actions bei {company} eingeladen',
  'letter.hello': 'Guten Tag {firstName},',
  'letter.what':
    '{invitedBy} hat Sie zu MSI Actions bei {company} eingeladen. Damit schreiben Sie Leads und Kontakten Vertriebs-E-Mails direkt in ' +
    'Salesforce. Sie werden aus Ihrem eigenen Postfach gesendet, und Salesforce zeigt Ihnen, wer geantwortet hat.',
  'letter.start':
    'Der Einstieg dauert etwa zwei Minuten: Sie melden sich mit Salesforce an und verbinden Ihr Gmail- oder Outlook-Postfach.',
  'letter.button': 'Loslegen',
  'letter.link': '{button}: {link}',
  'letter.validity': 'Der Link ist nur für Sie bestimmt und funktioniert einmal, bis zum {day}.',
  'letter.footer':
    'Sie erhalten diese E-Mail, weil {invitedBy} Sie zu MSI Actions bei {company} eingeladen hat. Wenn Sie sie nicht erwartet haben, ' +
    'brauchen Sie nichts zu tun.',
  'letter.footerOfAdmin':
    'Sie erhalten diese E-Mail, weil ein Administrator Sie zu MSI Actions bei {company} eingeladen hat. Wenn Sie sie nicht erwartet ' +
    'haben, brauchen Sie nichts zu tun.',
  'nobody.firstName': 'liebes Teammitglied',
  'nobody.invitedBy': 'Ihr Administrator',
};
