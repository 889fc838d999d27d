import type { Translated } from '../../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const DE: Translated<typeof EN> = {
  'activate.title': 'Konto aktivieren',
  'activate.again': 'Willkommen zurück',
  'activate.org': '{org} verwendet MSI Actions, um Vertriebs-E-Mails direkt aus Salesforce zu senden.',
  'activate.account': 'Ihr Konto ist <strong>{address}</strong>.',
  'activate.button': 'Konto mit Salesforce aktivieren',
  'activate.next':
    'Als Nächstes bittet Salesforce Sie, MSI Actions zuzulassen. Wir suchen die Personen, mit denen Sie arbeiten, und protokollieren ' +
    'Ihre E-Mails und Aufgaben. Dabei können wir nie mehr als Sie selbst. Sonst ändern wir nichts, und Ihr Salesforce-Kennwort sehen ' +
    'wir nie.',
  'signIn.button': 'Weiter mit Salesforce',

  'spent.title': 'Dieser Link funktioniert nicht mehr',
  'spent.why': 'Er wurde bereits verwendet, oder Sie haben einen neueren erhalten.',
  'spent.signIn': 'Wenn dies Ihr Konto ist, melden Sie sich mit Salesforce an und machen Sie dort weiter, wo Sie aufgehört haben.',
  'spent.tell': 'Wenn Sie diesen Link nicht selbst verwendet haben, informieren Sie Ihren Administrator.',

  'resume.title': 'Weiter, wo Sie aufgehört haben',
  'resume.signIn':
    'Melden Sie sich mit Salesforce an, um Ihre Einrichtung fortzusetzen. Alles, was Sie bisher getan haben, ist gespeichert.',
  'resume.invitation': 'Noch keine Einladung? Bitten Sie Ihren MSI-Actions-Administrator darum.',

  'continue.title': 'Weiter',
  'continue.from': 'Sie sind aus Salesforce hierher gekommen.',
  'continue.setup.button': 'Weiter zur Einrichtung',

  'apiAccess.title': 'Eine Berechtigung fehlt',
  'apiAccess.missing': 'Ihr Salesforce-Benutzer hat die Berechtigung <strong>API aktiviert</strong> nicht.',
  'apiAccess.effect':
    'Ihr Konto bleibt aktiv. Ohne diese Berechtigung kann MSI Actions die Personen nicht nachschlagen, denen Sie schreiben, und Ihre ' +
    'E-Mails nicht protokollieren.',
  'apiAccess.ask': 'Bitten Sie Ihren Salesforce-Administrator um eines von beiden:',
  'apiAccess.profile': '<strong>API aktiviert</strong> in Ihrem Profil unter „Administratorberechtigungen“ auszuwählen oder',
  'apiAccess.permissionSet': 'Ihnen einen Berechtigungssatz zuzuweisen, der <strong>API aktiviert</strong> enthält.',
  'apiAccess.button': 'Erneut prüfen',
  'apiAccess.later':
    'Sie sind als {address} angemeldet. Sie können dieses Fenster schließen und später aus dem Panel in Salesforce zurückkehren.',

  'welcome.title': 'Willkommen, {name}',
  'welcome.connected': 'Salesforce ist verbunden.',
  'welcome.steps':
    'Noch drei kurze Schritte: Wählen Sie Ihr Postfach, erlauben Sie MSI Actions, daraus zu senden, und fügen Sie Ihre Signatur hinzu.',
  'welcome.button': 'Starten',

  'intro.title': 'So funktioniert es',
  'intro.sending':
    'Sie schreiben Leads und Kontakten direkt von ihrem Datensatz in Salesforce aus. Jede E-Mail wird aus Ihrem eigenen Postfach in ' +
    'Ihrem Namen gesendet, und Antworten kommen direkt zu Ihnen zurück.',
  'intro.logging': 'Jede E-Mail wird in Salesforce als Aufgabe protokolliert, damit Ihr Team sie sehen kann.',
  'next.button': 'Weiter',

  'mailbox.title': 'Welches Postfach verwenden Sie?',
  'mailbox.provider': 'Ihr E-Mail-Anbieter',
  'mailbox.signIn':
    'Als Nächstes melden Sie sich als {address} bei Ihrem Postfach an. Ihr Kennwort sehen wir nie. Ihr Administrator hat gewählt, worum ' +
    'wir bitten:',
  'mailbox.connected': '{address} ist verbunden.',
  'mailbox.keep': '{address} behalten',
  'mailbox.instead': 'Oder verbinden Sie stattdessen ein anderes Postfach:',
  'tier.send': 'um die Berechtigung zum Senden und um nichts anderes. Wir lesen nichts in Ihrem Postfach.',
  'tier.headers':
    'um die Berechtigung, zu senden und zu sehen, wer geantwortet hat. Wir lesen, wer wem wann geschrieben hat und warum eine Ihrer ' +
    'E-Mails zurückkam. Was Personen schreiben, lesen wir nie.',
  'tier.bodies':
    'um die Berechtigung, zu senden und E-Mails zu lesen. Wir lesen Unzustellbarkeitsberichte und automatische Antworten auf Ihre ' +
    'Vertriebs-E-Mails, und eine Antwort, wenn Sie sie aus Salesforce beantworten. Sonst behalten wir nichts aus Ihrem Postfach.',
  'tier.of': '{vendor}: {tier}',

  'confirm.title': 'Ist dies das richtige Postfach?',
  'confirm.addresses':
    'Sie haben sich beim Postfach <strong>{address}</strong> angemeldet. Ihr MSI-Actions-Konto ist <strong>{userAddress}</strong>.',
  'confirm.effect': 'Wenn Sie es verbinden, werden Ihre Vertriebs-E-Mails von {address} gesendet, und Antworten kommen dort an.',
  'confirm.yes': '{address} verbinden',
  'confirm.no.button': 'Anderes Postfach wählen',

  'connected.title': 'Ihr Postfach ist verbunden',
  'connected.address': 'Ihre Vertriebs-E-Mails werden von <strong>{address}</strong> gesendet.',
  'connected.close': 'Sie können dieses Fenster schließen und in Salesforce weiterarbeiten.',
  'connected.button': 'Weiter',
  'connected.endsByItself':
    'Google beendet diese Verbindung am {day}, weil die App dort noch im Test ist. Danach müssen Sie erneut verbinden. Informieren Sie ' +
    'Ihren Administrator: Sobald die App bei Google veröffentlicht ist, kommt dies nicht mehr vor.',

  'finish.title': 'Alles ist eingerichtet',
  'finish.salesforce': 'Salesforce',
  'finish.person': '{name}, {org}',
  'finish.mailbox': 'Postfach',
  'finish.noMailbox': 'Noch nicht verbunden',
  'finish.button': 'Abschließen',

  'tour.offer': 'Möchten Sie eine kurze Tour?',
  'tour.what': 'Drei kurze Seiten zeigen Ihnen das Panel in Salesforce.',
  'tour.start.button': 'Tour starten',
  'tour.skip.button': 'Jetzt nicht',
  'tour.1.title': 'Das Panel',
  'tour.1.text':
    'Öffnen Sie einen Lead, einen Kontakt, einen Account oder eine Opportunity. Das MSI-Actions-Panel befindet sich auf der Seite, mit ' +
    'einer Schaltfläche für das, was Sie am häufigsten tun: Vertriebs-E-Mail senden.',
  'tour.1.picture': 'Das Panel auf einem Lead: die Schaltfläche „Vertriebs-E-Mail senden“ und das Menü mit allen Aktionen',
  'tour.2.title': 'Nach dem Senden',
  'tour.2.text':
    'Das Fenster schließt sich sofort, und Sie haben einige Sekunden, um den Versand rückgängig zu machen. Danach zeigt eine Zeile im ' +
    'Panel, wo Ihre E-Mail ist.',
  'tour.2.picture': 'Eine Zeile des Panels mit einer E-Mail, die gleich gesendet wird, und die Schaltfläche „Rückgängig“',
  'tour.3.title': 'Nichts geht verloren',
  'tour.3.text':
    'Öffnen Sie eine Zeile, um zu sehen, was geschehen ist. Wenn Ihr Postfach nicht antwortet, steht es in der Zeile, und Sie ' +
    'entscheiden: „Erneut prüfen“, „Als gesendet markieren“ oder „Erneut senden“.',
  'tour.3.picture': 'Eine geöffnete Zeile: die E-Mail und was mit ihr geschehen ist',
  'tour.page': 'Seite {number} von {pages}',
  'tour.done.button': 'Fertig',

  'exit.title': 'Bereit zum Verkaufen',
  'exit.ready': 'MSI Actions ist eingerichtet. Öffnen Sie einen Lead oder Kontakt in Salesforce, um Ihre erste E-Mail zu senden.',
  'exit.readyFor':
    'MSI Actions ist für <strong>{address}</strong> eingerichtet. Öffnen Sie einen Lead oder Kontakt in Salesforce, um Ihre erste ' +
    'E-Mail zu senden.',
  'exit.open.button': 'MSI Actions öffnen',
  'exit.launch.button': 'Salesforce starten',

  'identity.title': 'Senden von dieser Adresse erlauben?',
  'identity.question': '<strong>{person}</strong> bei {org} möchte Vertriebs-E-Mails als <strong>{address}</strong> senden.',
  'identity.button': 'Ja, erlauben',
  'identity.ifNot': 'Wenn Sie davon nichts wissen, schließen Sie diese Seite. Ohne Ihre Erlaubnis wird von dieser Adresse nichts gesendet.',
  'identity.verified': 'Die Adresse ist bestätigt',
  'identity.usable': 'Vertriebs-E-Mails können jetzt als <strong>{address}</strong> gesendet werden. Sie können diese Seite schließen.',

  'adminConsent.given': 'Für alle erlaubt',
  'adminConsent.everyone': 'Alle in Ihrer Organisation können MSI Actions jetzt mit Outlook verwenden.',
  'adminConsent.carryOn':
    'Ihre Vertriebsmitarbeiter können ihre Postfächer verbinden, ohne um eine Genehmigung zu bitten. Sie können dieses Fenster ' +
    'schließen und in Salesforce weiterarbeiten.',
  'adminConsent.refused': 'Es wurde nichts geändert',
  'adminConsent.notGiven': 'Die Berechtigung für Ihre Organisation wurde nicht erteilt.',
  'adminConsent.startAgain':
    'Nur ein Microsoft-Administrator kann sie erteilen. Schließen Sie dieses Fenster und beginnen Sie in den Einstellungen in ' +
    'Salesforce erneut.',
};
