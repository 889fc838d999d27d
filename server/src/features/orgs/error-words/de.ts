import type { EN } from './en.ts';

export const DE: Record<keyof typeof EN, string> = {
  proofNeeded:
    'Melden Sie sich zuerst noch einmal mit Salesforce an. Um zu ändern, womit Ihre Organisation sich ausweist, ist die Anmeldung eines ' +
    'Salesforce-Administrators aus den letzten {minutes, plural, one {# Minute} other {# Minuten}} nötig.',
  adminWithoutPermission:
    'Nur ein Salesforce-Administrator kann ändern, womit Ihre Organisation sich ausweist. Sie sind Administrator von MSI Actions, aber ' +
    'Salesforce gibt Ihnen die Berechtigung „Alle Daten modifizieren“ (Modify All Data) nicht.',
  registered: '{org} ist schon verbunden. Einladungen und Einstellungen: {admins}.',
  thisOrg: 'Diese Organisation',
  sessionEnded: 'Die Sitzung des Panels ist beendet. Laden Sie die Seite neu.',
  signedTokenNeeded: 'Eine Sitzung gibt es für ein Token, das Salesforce signiert hat.',
  keyTooShort: 'Der Schlüssel dieses Zertifikats hat {bits} Bit. Mindestens {least} sind nötig.',
  certificateExpired: 'Dieses Zertifikat ist am {day} abgelaufen. Erstellen Sie in Salesforce ein neues.',
  certificateNotYetValid: 'Dieses Zertifikat ist erst ab {day} gültig.',
  certificateNotActive: 'Dieses Zertifikat ist nicht mehr aktiv.',
  certificateRevoked:
    'Dieses Zertifikat oder ein anderes mit demselben Schlüssel wurde am {day} widerrufen. Erstellen Sie in Salesforce ein neues. Wenn ' +
    'Sie sicher sind, dass niemand sonst den Schlüssel hat, melden Sie sich noch einmal mit Salesforce an, setzen Sie das Häkchen und ' +
    'laden Sie es noch einmal hoch.',
  certificateRevokedBy:
    'Dieses Zertifikat oder ein anderes mit demselben Schlüssel wurde am {day} von {who} widerrufen. Erstellen Sie in Salesforce ein ' +
    'neues. Wenn Sie sicher sind, dass niemand sonst den Schlüssel hat, melden Sie sich noch einmal mit Salesforce an, setzen Sie das ' +
    'Häkchen und laden Sie es noch einmal hoch.',
  originOfAnotherOrg: '{origin} gehört nicht zu {org}, wo Sie sich angemeldet haben. Die Adresse von {org} ist {own}.',
};
