import type { Translated } from '../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const DE: Translated<typeof EN> = {
  'frame.title': '{name} - {company}',
  'page.sender': 'Gesendet von {sender}',
  'page.tools': 'Seiten und Download',
  'page.pages': 'Seiten: {count, number}',
  'page.place': 'Seite {page, number} von {count, number}',
  'page.previous.button': 'Zurück',
  'page.next.button': 'Weiter',
  'page.download.button': 'Herunterladen',
  'page.first': 'Das sind die ersten {shown, number} von {count, number} Seiten. Laden Sie die Datei herunter, um alle zu sehen.',
  'page.preparing': 'Die Seiten werden vorbereitet. Sehen Sie gleich noch einmal nach, oder laden Sie die Datei jetzt herunter.',
  'page.again.button': 'Noch einmal nachsehen',
  'page.downloadOnly': 'Diese Datei wird hier nicht angezeigt. Laden Sie sie herunter, um sie anzusehen.',
  'page.locked':
    'Diese Datei hat ein Passwort und wird deshalb hier nicht angezeigt. Laden Sie sie herunter und öffnen Sie sie mit dem Passwort.',
  'telling.tells': '{sender} erfährt, wann Sie dies öffnen, welche Seiten Sie ansehen und ob Sie es herunterladen.',
  'telling.stop.button': 'Nicht mitteilen',
  'telling.quiet': '{sender} erfährt nicht, was Sie hier tun. Das haben Sie in diesem Browser so gewählt.',
  'telling.start.button': 'Wieder mitteilen',
  'telling.browser': 'Ihr Browser möchte nicht verfolgt werden, deshalb erfährt {sender} nicht, was Sie hier tun.',
  'telling.own': 'Sie haben diesen Browser als Mitglied von {company} benutzt, deshalb wird hier nichts gezählt.',
  'telling.look':
    'So sehen es Empfänger. Was Sie hier tun, wird nicht gezählt, und ebenso wenig, welche Dateien aus E-Mails von {company} Sie von nun ' +
    'an in diesem Browser öffnen.',
  'gone.title': 'Diese Datei ist nicht hier',
  'gone.text': 'Sie wurde entfernt, oder der Link ist nicht vollständig. Fragen Sie, wer ihn Ihnen geschickt hat.',
  'trouble.title': 'Das hat nicht geklappt',
  'trouble.text': 'Versuchen Sie es in einigen Minuten noch einmal.',
};
