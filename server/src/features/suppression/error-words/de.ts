import type { EN } from './en.ts';

export const DE: Record<keyof typeof EN, string> = {
  optedOut: '{who} hat sich von E-Mails abgemeldet.',
  optOutUnknown:
    'Ihre Salesforce-Berechtigungen zeigen nicht, ob {who} sich von E-Mails abgemeldet hat. Bitten Sie Ihren Administrator, das Feld ' +
    'für die Abmeldung von E-Mails (HasOptedOutOfEmail) für Sie sichtbar zu machen oder in den Einstellungen von MSI Actions ' +
    'festzulegen, was dann geschieht.',
};
