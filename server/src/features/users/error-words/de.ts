import type { EN } from './en.ts';

export const DE: Record<keyof typeof EN, string> = {
  accessEnded: 'Ihr Administrator hat Ihren Zugriff auf MSI Actions beendet. Bitten Sie ihn, Ihnen den Zugriff zurückzugeben.',
  addressInUse:
    'Die Adresse {address} wird für MSI Actions in einer anderen Organisation verwendet. Eine Adresse kann nur in einer Organisation ' +
    'zugleich sein. Bitten Sie den Administrator jener Organisation, Ihren Zugriff dort zu beenden, und versuchen Sie es dann noch ' +
    'einmal.',
  noSeatLeft: 'Alle {count, plural, one {# Platz ist} other {# Plätze sind}} vergeben. Deaktivieren Sie zuerst eine Person.',
  lastAdmin: 'Der letzte Administrator kann nicht deaktiviert werden.',
  addressTaken:
    'Ein anderer Benutzer dieser Liste hat die Adresse {address} oder ist unter ihr eingeladen. Deaktivieren Sie zuerst diesen Benutzer.',
  salesforceUserUnknown:
    'Es ist nicht mehr bekannt, welcher Salesforce-Benutzer die Adresse {address} hatte. Laden Sie die Adresse ein, um neu zu beginnen.',
  csvEmpty: 'Diese Datei ist leer.',
  csvNoRows: 'Diese Datei hat Überschriften, aber keine Zeilen.',
  csvTooManyRows:
    'Diese Datei hat mehr als {count, plural, one {# Zeile} other {# Zeilen}}. Übernehmen Sie die Personen, die Sie einladen möchten, ' +
    'in eine eigene Datei.',
  csvUnreadable: 'Diese Datei kann nicht als CSV gelesen werden. Speichern Sie sie als CSV (UTF-8) und versuchen Sie es dann noch einmal.',
  csvUnreadableLine:
    'Diese Datei kann nicht als CSV gelesen werden: Sehen Sie sich Zeile {line} an. Speichern Sie sie als CSV (UTF-8) und versuchen Sie ' +
    'es dann noch einmal.',
  tokenUnknown: 'Für {token} ist nichts bekannt. Verwendet werden können: {known}.',
  letterEmpty: 'Die E-Mail braucht einen Text.',
};
