import type { EN } from './en.ts';

export const DE: Record<keyof typeof EN, string> = {
  otherBrowser: 'Diese Zustimmung wurde in einem anderen Browser begonnen. Beginnen Sie noch einmal.',
  userGone: 'Diesen Benutzer gibt es nicht mehr.',
  questionExpired: 'Diese Frage ist abgelaufen. Verbinden Sie das Postfach noch einmal.',
  mailboxUnknown: 'Dieses Postfach gibt es nicht.',
  onlyMicrosoftHasTenant: 'Nur eine Microsoft-App hat einen Mandanten.',
  noOwnApp: 'Ihre Organisation hat keine eigene App für diesen Anbieter.',
  accessDenied: 'Es wurde nichts verbunden, weil die Berechtigung nicht erteilt wurde.',
  adminApprovalNeeded:
    'In Ihrem Unternehmen muss ein Administrator diese App genehmigen. Fragen Sie Ihren Administrator und verbinden Sie dann noch einmal.',
  scopeMissing:
    'Es wurde nichts verbunden: Ohne die Berechtigung, E-Mails zu senden, kann keine Vertriebs-E-Mail gesendet werden. Verbinden Sie ' +
    'noch einmal und lassen Sie das Häkchen gesetzt.',
  noLastingPermission: 'Es wurde nichts verbunden: Der Anbieter hat keine dauerhafte Berechtigung erteilt. Verbinden Sie noch einmal.',
  addressNotVerified:
    'Es wurde nichts verbunden: Der Anbieter hat die Adresse dieses Kontos nicht bestätigt. Bestätigen Sie sie dort und verbinden Sie ' +
    'dann noch einmal.',
  providerFailed: 'Der E-Mail-Anbieter konnte die Verbindung nicht abschließen. Versuchen Sie es in einigen Minuten noch einmal.',
};
