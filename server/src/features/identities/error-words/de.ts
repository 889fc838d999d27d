import type { EN } from './en.ts';

export const DE: Record<keyof typeof EN, string> = {
  addressUnknown: 'Sie haben diese Adresse nicht.',
  gmailSilent: 'Gmail antwortet im Moment nicht. Versuchen Sie es in einer Minute noch einmal.',
  limitReached:
    'Sie können {count, plural, one {# Adresse} other {# Adressen}} haben, Ihr Postfach eingeschlossen. Entfernen Sie zuerst eine.',
  ownAddressOnly:
    'Ihr Postfach sendet nur von seiner eigenen Adresse. Für andere Adressen richtet Ihr Administrator einen Mailserver des Teams ein.',
  linkExpired: 'Links in Bestätigungs-E-Mails funktionieren 24 Stunden. Fordern Sie in den Einstellungen einen neuen an.',
  linkUnknown: 'Dieser Link ist unvollständig, oder die Anfrage wurde zurückgenommen. Öffnen Sie ihn noch einmal aus der E-Mail.',
  notVerifiedByGoogle: 'Ihr Postfach kann nicht von dieser Adresse senden: Google hat sie dort nicht bestätigt.',
  isMailbox: 'Das ist Ihr Postfach. Trennen Sie es stattdessen.',
  nameNeeded: 'Ein Name ist nötig.',
};
