import type { EN } from './en.ts';

export const ES: Record<keyof typeof EN, string> = {
  accessEnded: 'Su administrador finalizó su acceso a MSI Actions. Pídale que se lo devuelva.',
  addressInUse:
    'La dirección {address} se usa para MSI Actions en otra organización. Una dirección solo puede estar en una organización a la vez. ' +
    'Pida al administrador de esa organización que finalice allí su acceso e inténtelo de nuevo.',
  noSeatLeft:
    'No queda libre ninguna de las {count, plural, one {# licencia} many {# de licencias} other {# licencias}}. Desactive primero a ' +
    'alguien.',
  lastAdmin: 'No se puede desactivar al último administrador.',
  addressTaken: 'Otro usuario de esta lista tiene la dirección {address} o está invitado con ella. Desactive primero a ese usuario.',
  salesforceUserUnknown:
    'Ya no se sabe qué usuario de Salesforce tenía la dirección {address}. Invite a la dirección para empezar de nuevo.',
  csvEmpty: 'Este archivo está vacío.',
  csvNoRows: 'Este archivo tiene encabezados, pero ninguna fila.',
  csvTooManyRows:
    'Este archivo tiene más de {count, plural, one {# fila} many {# de filas} other {# filas}}. Ponga a las personas que quiere invitar ' +
    'en un archivo aparte.',
  csvUnreadable: 'Este archivo no se puede leer como CSV. Guárdelo como CSV (UTF-8) e inténtelo de nuevo.',
  csvUnreadableLine: 'Este archivo no se puede leer como CSV: revise la línea {line}. Guárdelo como CSV (UTF-8) e inténtelo de nuevo.',
  tokenUnknown: 'No se conoce nada para {token}. Se pueden usar: {known}.',
  letterEmpty: 'El correo necesita un texto.',
};
