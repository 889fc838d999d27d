import type { EN } from './en.ts';

export const ES: Record<keyof typeof EN, string> = {
  otherBrowser: 'Este consentimiento se empezó en otro navegador. Empiécelo de nuevo.',
  userGone: 'Este usuario ya no existe.',
  questionExpired: 'Esta pregunta ha caducado. Conecte el buzón de nuevo.',
  mailboxUnknown: 'Este buzón no existe.',
  onlyMicrosoftHasTenant: 'Solo una aplicación de Microsoft tiene un inquilino.',
  noOwnApp: 'Su organización no tiene una aplicación propia para este proveedor.',
  accessDenied: 'No se conectó nada, porque no se dio el permiso.',
  adminApprovalNeeded: 'Su compañía exige que un administrador apruebe esta aplicación. Consulte a su administrador y conecte de nuevo.',
  scopeMissing:
    'No se conectó nada: sin el permiso para enviar correo no se puede enviar ningún correo de ventas. Conecte de nuevo y deje marcada ' +
    'la casilla.',
  noLastingPermission: 'No se conectó nada: el proveedor no dio un permiso duradero. Conecte de nuevo.',
  addressNotVerified: 'No se conectó nada: el proveedor no ha verificado la dirección de esta cuenta. Verifíquela allí y conecte de nuevo.',
  providerFailed: 'El proveedor de correo no pudo terminar la conexión. Inténtelo de nuevo en unos minutos.',
};
