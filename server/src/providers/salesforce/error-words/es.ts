import type { EN } from './en.ts';

export const ES: Record<keyof typeof EN, string> = {
  passwordExpired: 'Su contraseña de Salesforce ha caducado. Inicie sesión en Salesforce y establezca una nueva.',
  userLocked:
    'Salesforce bloqueó su usuario tras varias contraseñas incorrectas. Espere a que termine el bloqueo o consulte a su administrador ' +
    'de Salesforce.',
  storageFull:
    'El almacenamiento de datos de su organización de Salesforce está lleno. Su administrador de Salesforce puede liberar espacio.',
  userInactive: 'Su usuario de Salesforce no está activo. Consulte a su administrador de Salesforce.',
  noAnswer: 'Salesforce no respondió.',
  noAnswerMayBeDone: 'Salesforce no respondió, y puede que haya hecho lo que se le pidió.',
  unknownFailure: 'Salesforce falló por un motivo desconocido.',
  strangerAnswered: 'Respondió algo que no es Salesforce.',
  strangerAnsweredToken: 'Respondió a la solicitud del token algo que no es Salesforce.',
  waitForLogin: 'Salesforce pide esperar antes del siguiente inicio de sesión.',
  tokenNotAnswered: 'Salesforce no pudo responder a la solicitud del token.',
  adminMustAllow: 'El administrador de Salesforce tiene que permitir antes esta aplicación.',
  tokenRefused: 'Salesforce rechazó la solicitud del token.',
  connectionDead: 'Salesforce ya no acepta esta conexión.',
  unreachable: 'No se pudo acceder a Salesforce.',
  refreshNotAnswered: 'Salesforce no respondió a la renovación, y puede que haya consumido el token.',
  refreshWithoutToken: 'Salesforce respondió a la renovación con algo que no es un token.',
  recordsUnsaid: 'Salesforce no indicó qué ocurrió con cada registro.',
  refusedWithoutReason: 'Salesforce no indicó por qué rechazó este registro.',
};
