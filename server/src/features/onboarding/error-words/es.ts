import type { EN } from './en.ts';

export const ES: Record<keyof typeof EN, string> = {
  notInvited: 'Aún no hay ninguna invitación para {address}. Pida una a su administrador.',
  orgUnknown: 'Esta organización de Salesforce no está conectada a MSI Actions. Consulte a su administrador.',
  wrongEmail:
    'Su dirección de Salesforce es {own}, y la invitación se envió a {invited}. Pida a su administrador una invitación a la primera, o ' +
    'inicie sesión en Salesforce con la segunda.',
  alreadyLinked:
    'Su usuario de Salesforce ya pertenece a la cuenta de acceso {address}. Pida a su administrador que finalice una de las dos.',
  signInLinkExpired: 'Este enlace funcionaba durante 15 minutos. Vuelva al panel en Salesforce y pulse de nuevo el botón.',
  panelLinkExpired: 'Este enlace solo funcionaba durante un minuto. Vuelva al panel en Salesforce y pulse de nuevo el botón.',
  linkUsed: 'Este enlace funciona una sola vez. Vuelva al panel en Salesforce y pulse de nuevo el botón.',
  pageUnknown: 'Esta página no existe. Abra el enlace de su correo o el panel en Salesforce.',
  otherOrgForSettings:
    'Ha iniciado sesión en otra organización de Salesforce. Inicie sesión en la organización cuya configuración quiere cambiar e ' +
    'inténtelo de nuevo.',
  notAnOrgAddress:
    'Esta no es la dirección de una organización de Salesforce. Cópiela de la barra de direcciones mientras está en Salesforce, o deje ' +
    'el campo vacío.',
};
