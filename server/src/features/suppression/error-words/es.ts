import type { EN } from './en.ts';

export const ES: Record<keyof typeof EN, string> = {
  optedOut: '{who} rechazó los correos.',
  optOutUnknown:
    'Sus permisos de Salesforce no muestran si {who} rechazó los correos. Pida a su administrador que le permita ver el campo de ' +
    'rechazo de correos (HasOptedOutOfEmail), o que decida en la configuración de MSI Actions qué ocurre en ese caso.',
};
