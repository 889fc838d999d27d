import type { EN } from './en.ts';

export const ES: Record<keyof typeof EN, string> = {
  proofNeeded:
    'Inicie sesión primero de nuevo con Salesforce. Para cambiar con qué se confía en su organización hace falta un inicio de sesión de ' +
    'un administrador de Salesforce de hace menos de {minutes, plural, one {# minuto} many {# de minutos} other {# minutos}}.',
  adminWithoutPermission:
    'Solo un administrador de Salesforce puede cambiar con qué se confía en su organización. Usted tiene el rol de administrador de MSI ' +
    'Actions, pero Salesforce no le da el permiso “Modificar todos los datos” (Modify All Data).',
  registered: '{org} ya está conectada. Para invitaciones y configuración: {admins}.',
  thisOrg: 'Esta organización',
  sessionEnded: 'La sesión del panel ha finalizado. Vuelva a cargar la página.',
  signedTokenNeeded: 'Se da una sesión por un token firmado por Salesforce.',
  keyTooShort: 'La clave de este certificado tiene {bits} bits. Se necesitan al menos {least}.',
  certificateExpired: 'Este certificado caducó el {day}. Cree uno nuevo en Salesforce.',
  certificateNotYetValid: 'Este certificado solo es válido a partir del {day}.',
  certificateNotActive: 'Este certificado ya no está activo.',
  certificateRevoked:
    'Este certificado, u otro con la misma clave, fue revocado el {day}. Cree uno nuevo en Salesforce. Si nadie más puede tener su ' +
    'clave, inicie sesión de nuevo con Salesforce, marque la casilla y cárguelo otra vez.',
  certificateRevokedBy:
    'Este certificado, u otro con la misma clave, fue revocado el {day} por {who}. Cree uno nuevo en Salesforce. Si nadie más puede ' +
    'tener su clave, inicie sesión de nuevo con Salesforce, marque la casilla y cárguelo otra vez.',
  originOfAnotherOrg: '{origin} no pertenece a {org}, donde inició sesión. La dirección de {org} es {own}.',
};
