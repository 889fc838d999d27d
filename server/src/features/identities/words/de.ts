import type { Translated } from '../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const DE: Translated<typeof EN> = {
  'letter.subject': 'Bitte bestätigen Sie Ihre E-Mail-Adresse',
  'letter.intro': '{person} bei {org} möchte Vertriebs-E-Mails als {address} senden.',
  'letter.advice':
    'Wenn Sie davon wissen, bestätigen Sie, dass die Adresse verwendet werden darf. Wenn nicht, tun Sie nichts: Ohne Sie wird in ihrem ' +
    'Namen nichts gesendet.',
  'letter.validity': '{hours, plural, one {Der Link funktioniert # Stunde.} other {Der Link funktioniert # Stunden.}}',
  'letter.link': 'Bestätigen: {link}',
  'letter.button': 'Anfrage ansehen',
};
