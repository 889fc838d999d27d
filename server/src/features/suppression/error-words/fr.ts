import type { EN } from './en.ts';

export const FR: Record<keyof typeof EN, string> = {
  optedOut: '{who} refuse les e-mails.',
  optOutUnknown:
    'Vos autorisations Salesforce ne montrent pas si {who} refuse les e-mails. Demandez à votre administrateur de vous laisser voir le ' +
    'champ de refus des e-mails (HasOptedOutOfEmail), ou de décider dans les paramètres de MSI Actions ce qui se passe alors.',
};
