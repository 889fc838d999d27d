import type { EN } from './en.ts';

export const DE: Record<keyof typeof EN, string> = {
  portNotAllowed: 'Mailserver werden über Port 25, 465, 587 oder 2525 erreicht.',
  encryptionNeeded: 'Ohne Verschlüsselung könnte jeder auf dem Weg das Kennwort und die E-Mails lesen. Wählen Sie TLS oder STARTTLS.',
  hostNotAllowed: 'Dieser Server ist nicht im öffentlichen Internet. Deshalb können wir ihn nicht erreichen.',
  signInNeeded: 'Der Mailserver verlangt einen Benutzernamen und ein Kennwort.',
  signInRefused: 'Der Mailserver hat den Benutzernamen oder das Kennwort abgelehnt.',
  tlsFailed:
    'Der Server hat geantwortet, aber seinem Zertifikat kann nicht vertraut werden, oder er verwendet eine andere Verschlüsselung. ' +
    'Prüfen Sie den Namen, den Port und TLS oder STARTTLS.',
  recipientRefused: 'Der Mailserver hat die Adresse abgelehnt, an die die Test-E-Mail geht.',
  senderRefused: 'Der Mailserver lässt Ihre Adresse nicht senden.',
  refusedToTalk: 'Der Mailserver hat die Verbindung abgelehnt oder bietet die gewählte Verschlüsselung nicht an.',
  comeBackLater: 'Der Mailserver bittet, es später zu versuchen.',
  uncertain: 'Der Mailserver hat die E-Mail angenommen, es aber nicht rechtzeitig bestätigt. Prüfen Sie, ob sie angekommen ist.',
  unreachable: 'Der Mailserver war nicht erreichbar oder hat die Verbindung abgebrochen. Prüfen Sie Namen und Port.',
  refused: 'Der Mailserver hat die Test-E-Mail abgelehnt.',
  taken: 'Der Mailserver hat die Test-E-Mail an {to} angenommen.',
  passwordNeeded: 'Das Kennwort dieses Benutzers ist nötig.',
  passwordOfOtherSettings: 'Geben Sie das Kennwort noch einmal ein: Das gespeicherte gehört zu anderen Einstellungen.',
  hostNeeded: 'Der Name des Servers ist nötig.',
  hostOnly: 'Nur der Name des Servers, zum Beispiel smtp.example.com.',
};
