import type { EN } from './en.ts';

export const DE: Record<keyof typeof EN, string> = {
  fileTooLarge: 'Diese Datei ist größer, als der Dienst annimmt.',
  noBody: 'Die Anfrage hat keinen Inhalt.',
  badJson: 'Der Inhalt der Anfrage ist kein gültiges JSON.',
  mailServer: 'Der Mailserver',
  vendorReconnect: '{vendor} nimmt die Verbindung nicht mehr an. Verbinden Sie neu.',
  vendorAdminAction: '{vendor} braucht zuerst eine Änderung durch Ihren Administrator.',
  vendorPermission: '{vendor} erlaubt Ihnen das nicht.',
  vendorNotFound: '{vendor} hat das nicht, oder Sie dürfen es nicht sehen.',
  vendorSilent: '{vendor} hat nicht rechtzeitig geantwortet. Versuchen Sie es gleich noch einmal.',
  vendorRefused: '{vendor} hat die Anfrage abgelehnt.',
  signInFromPanel: 'Melden Sie sich über das Panel in Salesforce an.',
  tooManyFields: 'Dieses Formular hat zu viele Felder.',
  formBroken: 'Das Formular ist nicht vollständig angekommen. Gehen Sie zurück und versuchen Sie es noch einmal.',
  cursorUnknown: 'Dieser Cursor stammt nicht von uns. Lesen Sie die Liste von vorn.',
  compressed: 'Der Dienst nimmt keine komprimierten Inhalte an.',
  nulCharacter:
    'Ein Text enthält ein Zeichen, das nicht gespeichert werden kann (NUL). Entfernen Sie es und versuchen Sie es dann noch einmal.',
  letterPause: 'Die E-Mail an diese Adresse ist unterwegs. Warten Sie eine Minute, bevor Sie eine weitere anfordern.',
  letterRecipientDay:
    'Diese Adresse hat innerhalb eines Tages {count, plural, one {# solche E-Mail} other {# solche E-Mails}} erhalten. Mehr würden nur ' +
    'stören.',
  letterRecipientMonth:
    'Diese Adresse hat innerhalb von 30 Tagen {count, plural, one {# solche E-Mail} other {# solche E-Mails}} erhalten. Mehr würden nur ' +
    'stören.',
  letterAskerDay: 'Sie haben so viele dieser E-Mails angefordert, wie eine Person an einem Tag anfordern kann.',
  letterOrgDay:
    'Ihre Organisation hat innerhalb eines Tages {count, plural, one {# solche E-Mail} other {# solche E-Mails}} angefordert. Mehr sind ' +
    'nicht möglich.',
  htmlCharacters:
    'Dieser Text ist zu lang: {count, plural, one {# Zeichen ist} other {# Zeichen sind}} möglich, Formatierung eingeschlossen. Kürzen ' +
    'Sie ihn oder senden Sie den Rest als Link.',
  htmlTags:
    'Dieser Text ist zu stark formatiert: {count, plural, one {# Tag ist} other {# Tags sind}} möglich. Fügen Sie ihn noch einmal als ' +
    'reinen Text ein und formatieren Sie ihn dann neu.',
  htmlDepth:
    'Dieser Text ist zu tief verschachtelt: {count, plural, one {# Liste, Zitat oder Tabelle ist} other {# Listen, Zitate oder Tabellen ' +
    'ineinander sind}} möglich. Fügen Sie ihn noch einmal als reinen Text ein und formatieren Sie ihn dann neu.',
  htmlAttributes:
    'Dieser Text ist zu stark formatiert: {count, plural, one {# Attribut ist} other {# Attribute sind}} möglich. Fügen Sie ihn noch ' +
    'einmal als reinen Text ein und formatieren Sie ihn dann neu.',
  htmlStyles:
    'Dieser Text ist zu stark formatiert: {count, plural, one {# Zeichen für Stile ist} other {# Zeichen für Stile sind}} möglich. ' +
    'Fügen Sie ihn noch einmal als reinen Text ein und formatieren Sie ihn dann neu.',
  recordId: 'Eine Datensatz-ID von Salesforce hat 15 oder 18 Buchstaben und Ziffern.',
  notAnAddress: 'Das ist keine E-Mail-Adresse.',
  addressTooLong: 'Diese Adresse ist zu lang: Vor dem @ sind 64 Zeichen möglich, insgesamt 254.',
  addressNotPlain:
    'Diese Adresse hat vor dem @ Buchstaben, an die nicht jedes E-Mail-System zustellen kann. Bitten Sie um eine Adresse mit einfachen ' +
    'Buchstaben (a bis z).',
  picturesLost:
    '{count, plural, one {# Bild kann nicht gesendet werden. Entfernen Sie es, oder fügen Sie es von einer Seite im Web ein.} other {# ' +
    'Bilder können nicht gesendet werden. Entfernen Sie sie, oder fügen Sie sie von einer Seite im Web ein.}}',
  picturesLostNamed:
    '{count, plural, one {# Bild kann nicht gesendet werden ({names}). Entfernen Sie es, oder fügen Sie es von einer Seite im Web ein.} ' +
    'other {# Bilder können nicht gesendet werden ({names}). Entfernen Sie sie, oder fügen Sie sie von einer Seite im Web ein.}}',
  userUnknown: 'Diesen Benutzer gibt es nicht.',
  userDeactivated: 'Dieser Benutzer ist deaktiviert. Reaktivieren Sie ihn zuerst.',
  userGone: 'Ihren Benutzer gibt es nicht mehr.',
  wrongObject: 'Das Panel funktioniert auf Leads, Kontakten, Accounts und Opportunitys.',
  emailUnverified:
    'Salesforce hat die Adresse {address} noch nicht bestätigt. Bestätigen Sie sie in Ihren Salesforce-Einstellungen und versuchen Sie ' +
    'es dann noch einmal.',
  emailNotYours: 'Sie haben diese E-Mail nicht gesendet.',
  subjectNeeded: 'Ein Betreff ist nötig.',
  letterRefused: 'Der Mailserver hat diese Adresse abgelehnt.',
  letterServerSilent: 'Der Mailserver hat nicht geantwortet. Wir versuchen es noch einmal.',
};
