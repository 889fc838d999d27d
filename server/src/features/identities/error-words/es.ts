import type { EN } from './en.ts';

export const ES: Record<keyof typeof EN, string> = {
  addressUnknown: 'No tiene esta dirección.',
  gmailSilent: 'Gmail no responde en este momento. Inténtelo de nuevo en un minuto.',
  limitReached:
    'Puede tener {count, plural, one {# dirección} many {# de direcciones} other {# direcciones}}, contando su buzón. Quite primero una.',
  ownAddressOnly:
    'Su buzón solo envía desde su propia dirección. Para otras direcciones, su administrador configura un servidor de correo del equipo.',
  linkExpired: 'Los enlaces de los correos de verificación funcionan durante 24 horas. Solicite uno nuevo en la configuración.',
  linkUnknown: 'Este enlace está incompleto o la solicitud se retiró. Ábralo de nuevo desde el correo.',
  notVerifiedByGoogle: 'Su buzón no puede enviar desde esta dirección: Google no la ha verificado allí.',
  isMailbox: 'Este es su buzón. Desconéctelo en su lugar.',
  nameNeeded: 'Se necesita un nombre.',
};
