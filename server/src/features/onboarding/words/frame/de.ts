import type { Translated } from '../../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const DE: Translated<typeof EN> = {
  'frame.title': '{title} - MSI Actions',
  'frame.progress': 'Fortschritt',
  'frame.passed': '{step}<hidden>, erledigt</hidden>',
  'frame.back.button': 'Zurück',
  'step.Salesforce': 'Salesforce',
  'step.Email': 'E-Mail',
  'step.Consent': 'Erlaubnis',
  'step.Signature': 'Signatur',
  'step.Done': 'Fertig',

  'leave.title': 'Weiterleitung zu {where}',
  'leave.comeBack': 'Sobald Sie dort fertig sind, kehren Sie hierher zurück.',
  'leave.button': 'Weiter zu {where}',

  'home.title': 'MSI Actions für Salesforce',
  'home.what':
    'Dies ist der Dienst hinter MSI Actions, dem Panel, das Vertriebs-E-Mails von Leads, Kontakten, Accounts und Opportunities aus sendet.',
  'home.reps':
    'Hier gibt es nichts zu tun. Wenn Sie Vertriebsmitarbeiter sind, öffnen Sie einen Datensatz in Salesforce oder verwenden Sie den ' +
    'Link in Ihrer Willkommens-E-Mail.',
  'home.admins': 'Wenn Sie Salesforce-Administrator sind, können Sie Ihre Organisation verbinden:',
  'home.connect.button': 'Salesforce-Organisation verbinden',

  'heading.wrong_email': 'Die Adressen stimmen nicht überein',
  'heading.wrong_salesforce_org': 'Dies ist eine andere Salesforce-Organisation',
  'heading.salesforce_access_denied': 'Nicht verbunden',
  'heading.salesforce_app_blocked': 'Ihre Organisation lässt dies noch nicht zu',
  'heading.salesforce_my_domain': 'Melden Sie sich zuerst bei Ihrer Organisation an',
  'heading.wrong_salesforce_user': 'Dies ist ein anderer Salesforce-Benutzer',
  'heading.address_in_use': 'Die Adresse wird anderswo verwendet',
  'heading.in_other_instance': 'Die Adresse wird anderswo verwendet',
  'heading.invitation_expired': 'Diese Einladung ist abgelaufen',
  'heading.too_many_sign_ins': 'Zu viele Anmeldungen gleichzeitig',
  'heading.consent_expired': 'Das hat zu lange gedauert',
  'heading.link_expired': 'Dieser Link ist abgelaufen',
  'heading.link_used': 'Dieser Link wurde bereits verwendet',
  'heading.link_unknown': 'Dieser Link ist nicht vollständig',
  'heading.not_invited': 'Noch keine Einladung',
  'heading.org_unknown': 'Diese Organisation ist nicht verbunden',
  'heading.user_deactivated': 'Ihr Zugriff wurde beendet',
  'heading.access_ending': 'Versuchen Sie es gleich noch einmal',
  'heading.salesforce_admins_only': 'Nur für Administratoren',
  'heading.org_registered': 'Diese Organisation ist bereits verbunden',
  'heading.page_out_of_date': 'Diese Seite ist veraltet',
  'heading.not_found': 'Seite nicht gefunden',
  'heading.other': 'Das hat nicht funktioniert',
  'problem.otherUser':
    'Um sich als jemand anderes anzumelden, melden Sie sich zuerst in einer anderen Registerkarte von Salesforce ab. Alles, was Sie ' +
    'bisher getan haben, ist gespeichert.',
  'problem.retry.button': 'Erneut versuchen',
  'problem.continue.button': 'Einrichtung fortsetzen',
  'problem.details': 'Details',
  'problem.request': '{code}, Anfrage {requestId}',
};
