import type { EN } from './en.ts';

export const DE: Record<keyof typeof EN, string> = {
  emailUnknown: 'Diese E-Mail gibt es nicht.',
  emailHidden: 'Diese E-Mail gibt es nicht, oder Sie dürfen sie nicht sehen.',
  reconnectToSee: 'Verbinden Sie Ihr Postfach neu: Dann können wir sehen, ob diese E-Mail gesendet wurde.',
  draftUnknown: 'Diesen Entwurf gibt es nicht.',
  orgStopped: 'Ihr Administrator hat das Senden vollständig gestoppt. Es wird nichts gesendet, bis er Verbindungen wieder erlaubt.',
  identityNotVerified:
    'Von dieser Adresse können Sie noch nicht senden. Wählen Sie einen anderen Absender oder bestätigen Sie die Adresse in den ' +
    'Einstellungen.',
  teamSmtpMissing: 'Ihr Team hat keinen Mailserver mehr für diese Adresse. Wählen Sie einen anderen Absender.',
  wrongPerson: 'Eine E-Mail geht an einen Lead oder einen Kontakt.',
  subjectTooLong: 'Mit den Werten seiner dynamischen Felder hat dieser Betreff mehr als {limit} Zeichen. Kürzen Sie ihn.',
  bodyTooLong: 'Dieser Text ist zu lang. Kürzen Sie ihn und entfernen Sie eingefügte Bilder.',
  timeUnreadable: 'Wählen Sie eine Uhrzeit wie 09:00.',
  zoneUnknown: 'Diese Zeitzone gibt es nicht.',
  schedulePassed: 'Dieser Zeitpunkt ist vorbei. Wählen Sie einen späteren.',
  scheduleTooFar: 'Eine E-Mail kann bis zu ein Jahr im Voraus geplant werden. Wählen Sie einen früheren Tag.',
  clocksSkip: 'Die Uhren überspringen {wanted} an diesem Tag. Die E-Mail wird um {chosen} gesendet.',
  clocksRepeat: 'Die Uhren zeigen {wanted} an diesem Tag zweimal. Die E-Mail wird beim ersten Mal gesendet.',
};
