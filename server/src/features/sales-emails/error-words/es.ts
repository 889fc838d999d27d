import type { EN } from './en.ts';

export const ES: Record<keyof typeof EN, string> = {
  emailUnknown: 'Este correo no existe.',
  emailHidden: 'Este correo no existe, o usted no puede verlo.',
  reconnectToSee: 'Vuelva a conectar su buzón: así podremos ver si este correo se envió.',
  draftUnknown: 'Este borrador no existe.',
  orgStopped: 'Su administrador detuvo todos los envíos. No se envía nada hasta que vuelva a permitir la conexión.',
  identityNotVerified: 'Aún no puede enviar desde esta dirección. Elija otro remitente o verifique la dirección en la configuración.',
  teamSmtpMissing: 'Su equipo ya no tiene servidor de correo para esta dirección. Elija otro remitente.',
  wrongPerson: 'Un correo se envía a un prospecto o a un contacto.',
  subjectTooLong: 'Con los valores de sus campos dinámicos, este asunto tiene más de {limit} caracteres. Acórtelo.',
  bodyTooLong: 'Este texto es demasiado largo. Acórtelo y quite las imágenes pegadas.',
  timeUnreadable: 'Elija una hora como 09:00.',
  zoneUnknown: 'Esta zona horaria no existe.',
  schedulePassed: 'Esta hora ya pasó. Elija una posterior.',
  scheduleTooFar: 'Un correo se puede programar con un año de antelación como máximo. Elija un día anterior.',
  clocksSkip: 'Los relojes saltan las {wanted} ese día. El correo se envía a las {chosen}.',
  clocksRepeat: 'Los relojes marcan dos veces las {wanted} ese día. El correo se envía la primera vez.',
};
