import type { EN } from './en.ts';

export const ES: Record<keyof typeof EN, string> = {
  emailUnknown: 'Este correo no existe.',
  emailHidden: 'Este correo no existe, o usted no puede verlo.',
  notYours: 'Usted no ha enviado este correo.',
  reconnectToSee: 'Vuelva a conectar su buzón: así podremos ver si este correo se envió.',
  userGone: 'Su usuario ya no existe.',
  draftUnknown: 'Este borrador no existe.',
  orgStopped: 'Su administrador detuvo todos los envíos. No se envía nada hasta que vuelva a permitir la conexión.',
  identityNotVerified: 'Aún no puede enviar desde esta dirección. Elija otro remitente o verifique la dirección en la configuración.',
  teamSmtpMissing: 'Su equipo ya no tiene servidor de correo para esta dirección. Elija otro remitente.',
  wrongObject: 'El panel funciona en prospectos, contactos, cuentas y oportunidades.',
  wrongPerson: 'Un correo se envía a un prospecto o a un contacto.',
  subjectNeeded: 'Se necesita un asunto.',
  bodyTooLong: 'Este texto es demasiado largo. Acórtelo y quite las imágenes pegadas.',
};
