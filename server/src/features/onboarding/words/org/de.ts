import type { Translated } from '../../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const DE: Translated<typeof EN> = {
  'connect.title': 'Salesforce-Organisation verbinden',
  'connect.needs': 'Sie müssen Salesforce-Administrator sein, und das Paket MSI Actions muss installiert sein.',
  'connect.address':
    'Adresse Ihrer Salesforce-Organisation (nur für eine Sandbox oder wenn Ihre Organisation eine eigene Anmeldeseite hat)',
  'connect.help': 'Kopieren Sie, während Sie in Salesforce sind, alles, was in der Adressleiste Ihres Browsers steht.',
  'connect.button': 'Mit Salesforce anmelden',
  'connect.reads':
    'Wir fragen Salesforce, wer Sie sind und ob Sie Administrator sind, und verbinden uns mit Ihrem eigenen Zugriff. Wir ändern nichts ' +
    'in Ihrer Organisation, und Ihr Kennwort sehen wir nie.',
  'proof.again':
    'Um dies zu ändern, melden Sie sich erneut als Administrator mit Salesforce an. Danach haben Sie {minutes} Minuten Zeit. Jeder ' +
    'Administrator wird per E-Mail über die Änderung informiert.',

  'origin.title': 'Lightning-Adresse bestätigen',
  'origin.what': 'Hier befinden sich Ihre Datensatzseiten. Das Panel funktioniert nur unter dieser Adresse.',
  'origin.current': 'Aktuelle Adresse: <strong>{address}</strong>',
  'origin.label': 'Lightning-Adresse von {org}',
  'origin.anyway': 'Diese Adresse trotzdem verwenden',
  'origin.button': 'Bestätigen',
  'origin.stops': 'Sobald Sie bestätigen, funktioniert das Panel unter keiner anderen Adresse mehr.',
  'origin.guessed':
    'Wir haben sie aus Ihrem „My Domain“ abgeleitet. Vergleichen Sie sie mit der Adressleiste einer Datensatzseite. Sie können alles ' +
    'von dort hier einfügen.',

  'orgDone.title': '{org} ist verbunden',
  'orgDone.first': 'Sie sind der erste Administrator.',
  'orgDone.left': 'In Salesforce ist noch zweierlei zu tun:',
  'orgDone.server': 'Legen Sie in den Einstellungen des Pakets die Serveradresse auf <strong>{address}</strong> fest.',
  'orgDone.permissionSets':
    'Weisen Sie Ihren Vertriebsmitarbeitern den Berechtigungssatz <strong>MSI Actions User</strong> zu und sich selbst <strong>MSI ' +
    'Actions Admin</strong>.',
  'orgDone.invite': 'Laden Sie dann Ihre Vertriebsmitarbeiter auf der Registerkarte „Benutzer“ der App MSI Actions ein.',
  'orgDone.checklist.button': 'Prüfen, was noch zu tun ist',

  'goTo.ownMailbox.button': 'Eigenes Postfach einrichten',
  'goTo.certificates.button': 'Zertifikate',
  'goTo.origin.button': 'Lightning-Adresse',
  'goTo.checklist.button': 'Checkliste',

  'certificates.first': 'Zertifikat hochladen',
  'certificates.title': 'Zertifikate von {org}',
  'certificates.why':
    'Ihre Organisation signiert jeden Aufruf des Panels mit einem Zertifikat. Um die Signatur zu prüfen, brauchen wir dessen ' +
    'öffentlichen Teil und sonst nichts.',
  'certificates.two':
    'Zwei können gleichzeitig aktiv sein, damit Sie eines ersetzen können, bevor es abläuft. Ein drittes ersetzt immer nur eines, das ' +
    'abgelaufen ist oder nie verwendet wurde.',
  'certificates.ended': 'Nicht mehr vertrauenswürdig ({count})',
  'upload.heading': 'Ein Zertifikat hochladen',
  'upload.open': 'Öffnen Sie im Setup von Salesforce „Zertifikat- und Schlüsselverwaltung“.',
  'upload.create':
    'Erstellen Sie ein selbstsigniertes Zertifikat mit einer Schlüsselgröße von mindestens 2048. Das erste heißt ' +
    '<strong>MSI_Panel</strong>.',
  'upload.download': 'Laden Sie das Zertifikat herunter. Die Datei endet auf .crt.',
  'upload.file': 'Zertifikatsdatei (.crt oder .pem)',
  'upload.trustAgain': 'Einem widerrufenen Zertifikat wieder vertrauen',
  'upload.button': 'Zertifikat hochladen',
  'certificate.expired': 'Abgelaufen am {day}. Ersetzen Sie es jetzt.',
  'certificate.expires':
    '{days, plural, one {Gültig bis {day}. Ersetzen Sie es innerhalb von # Tag.} other {Gültig bis {day}. Ersetzen Sie es innerhalb von ' +
    '# Tagen.}}',
  'certificate.valid': 'Gültig bis {day}',
  'certificate.fingerprint': 'SHA-256-Fingerabdruck',
  'certificate.uploaded': 'Hochgeladen',
  'certificate.used': 'Zuletzt verwendet',
  'certificate.neverUsed': 'Nie',
  'certificate.by': '{when} von {person}',
  'certificate.revoked': 'Widerrufen',
  'certificate.replaced': 'Ersetzt',
  'certificate.revoke.button': 'Widerrufen',
  'certificate.revokeThis': 'Zertifikat {fingerprint} widerrufen',

  'revocation.title': 'Dieses Zertifikat widerrufen?',
  'revocation.refused': 'Was damit signiert ist, wird sofort abgelehnt.',
  'revocation.used':
    'Es wurde zuletzt am {when} verwendet: Wenn Ihre Organisation noch damit signiert, funktioniert das Panel für niemanden mehr, bis ' +
    'die Einstellung in Salesforce ein anderes nennt.',
  'revocation.panels':
    'Jedes geöffnete Panel meldet sich von selbst wieder an. Niemand muss etwas eingeben, und nichts, was auf den Versand wartet, geht ' +
    'verloren.',
  'revocation.told': 'Jeder Administrator wird per E-Mail informiert. Damit ihm wieder vertraut wird, muss es jemand erneut hochladen.',
  'revocation.needed':
    'Es kann noch nicht widerrufen werden: In letzter Zeit wurde kein Aufruf Ihrer Organisation mit einem anderen Zertifikat signiert. ' +
    'Laden Sie ein neues hoch, nennen Sie es in der Einstellung in Salesforce und öffnen Sie das Panel einmal.',
  'revocation.button': 'Zertifikat widerrufen',
  'revocation.keep.button': 'Behalten',

  'checklist.title': 'Checkliste für {org}',
  'checklist.left': '{count, plural, =0 {Alles ist erledigt.} one {# Zeile ist noch zu prüfen.} other {# Zeilen sind noch zu prüfen.}}',
  'checklist.button': 'Erneut prüfen',
  'checklist.listSeparator': ', ',
  'state.done': 'Erledigt',
  'state.to_do': 'Zu erledigen',
  'state.unseen': 'Nicht erkennbar',
  'object.Lead': 'Lead',
  'object.Contact': 'Kontakt',
  'object.Account': 'Account',
  'object.Opportunity': 'Opportunity',
  'line.package': 'Paket',
  'line.package.open': 'Bereitstellungsstatus öffnen',
  'line.permissionSets': 'Berechtigungssätze',
  'line.permissionSets.open': 'Berechtigungssätze öffnen',
  'line.pages': 'Panel auf den Datensatzseiten',
  'line.pages.open': 'Lightning-Anwendungsgenerator öffnen',
  'line.taskTypes': 'Aufgabentypen',
  'line.taskTypes.open': 'Felder von Aufgabe öffnen',
  'line.activityFields': 'Aktivitätsfelder',
  'line.activityFields.open': 'Felder von Aktivität öffnen',
  'line.firstRep': 'Erste sendebereite Person',
  'line.firstRep.open': 'Registerkarte „Benutzer“ öffnen',

  'found.package': 'Das Paket befindet sich in Ihrer Organisation.',
  'found.noPackage': 'Stellen Sie das Paket bereit.',
  'found.noPermissionSets': 'Ihre Organisation hat die Berechtigungssätze noch nicht. Sie kommen mit dem Paket.',
  'found.permissionSets':
    'MSI Actions User: {users, plural, one {# Person} other {# Personen}}. MSI Actions Admin: {admins, plural, one {# Person} other {# ' +
    'Personen}}.',
  'found.unassigned':
    'MSI Actions User: {users, plural, one {# Person} other {# Personen}}. MSI Actions Admin: {admins, plural, one {# Person} other {# ' +
    'Personen}}. Weisen Sie MSI Actions User Ihren Vertriebsmitarbeitern zu und MSI Actions Admin sich selbst.',
  'found.noPages': 'Noch keine Seite mit dem Panel gibt es für: {objects}.',
  'found.pages': 'Das Panel wurde auf allen vier Objekten geöffnet.',
  'found.unopened':
    'Wir können nicht sehen, welche Seite aktiv ist. Prüfen Sie es hier. Noch niemand hat das Panel geöffnet auf: {objects}.',
  'found.typeUnseen': 'Ihr Salesforce-Benutzer kann den Typ einer Aufgabe nicht festlegen. Prüfen Sie es hier.',
  'found.types': 'Aufgaben können die Typen Email, Call und Reply haben.',
  'found.missingTypes': 'Fügen Sie dem Feld Type diese Werte hinzu: {types}.',
  'found.fields': 'Alle {count} Felder sind vorhanden.',
  'found.missingFields': 'Diese Felder fehlen: {fields}. Sie kommen mit dem Paket.',
  'found.ready': '{count, plural, one {Sendebereit: # Person.} other {Sendebereit: # Personen.}}',
  'found.nobodyReady': 'Noch niemand hat Salesforce und ein Postfach verbunden. Laden Sie Ihre Vertriebsmitarbeiter ein.',
  'unseen.connection':
    'Wir können dies nicht sehen: Ihre Verbindung zu Salesforce wurde beendet. Melden Sie sich erneut mit Salesforce an.',
  'unseen.api':
    'Wir können dies nicht sehen: Ihr Salesforce-Benutzer darf die API nicht verwenden. Bitten Sie um die Berechtigung „API aktiviert“.',
  'unseen.permission': 'Wir können dies nicht sehen: Ihr Salesforce-Benutzer darf es nicht ansehen. Prüfen Sie es hier.',
  'unseen.noAnswer': 'Wir können dies nicht sehen: Salesforce hat nicht geantwortet. Prüfen Sie es in einer Minute erneut.',
};
