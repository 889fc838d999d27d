import type { EN } from './en.ts';

export const ES: Record<keyof typeof EN, string> = {
  fileTooLarge: 'Este archivo es más grande de lo que acepta el servicio.',
  noBody: 'La solicitud no tiene contenido.',
  badJson: 'El contenido de la solicitud no es JSON válido.',
  mailServer: 'El servidor de correo',
  vendorReconnect: '{vendor} ya no acepta la conexión. Conecte de nuevo.',
  vendorAdminAction: '{vendor} necesita antes un cambio de su administrador.',
  vendorPermission: '{vendor} no le permite hacerlo.',
  vendorNotFound: '{vendor} no lo tiene, o usted no puede verlo.',
  vendorSilent: '{vendor} no respondió a tiempo. Inténtelo de nuevo en un momento.',
  vendorRefused: '{vendor} rechazó la solicitud.',
  signInFromPanel: 'Inicie sesión desde el panel en Salesforce.',
  tooManyFields: 'Este formulario tiene demasiados campos.',
  formBroken: 'El formulario no llegó completo. Vuelva atrás e inténtelo de nuevo.',
  cursorUnknown: 'Este cursor no es nuestro. Lea la lista desde el principio.',
  compressed: 'El servicio no acepta contenido comprimido.',
  nulCharacter: 'Un texto contiene un carácter que no se puede guardar (NUL). Quítelo e inténtelo de nuevo.',
  letterPause: 'El correo para esta dirección está en camino. Espere un minuto antes de solicitar otro.',
  letterRecipientDay:
    'Esta dirección ha recibido {count, plural, one {# correo de este tipo} many {# de correos de este tipo} other {# correos de este ' +
    'tipo}} en un día. Más solo serían una molestia.',
  letterRecipientMonth:
    'Esta dirección ha recibido {count, plural, one {# correo de este tipo} many {# de correos de este tipo} other {# correos de este ' +
    'tipo}} en 30 días. Más solo serían una molestia.',
  letterAskerDay: 'Ha solicitado tantos correos de este tipo como una persona puede en un día.',
  letterOrgDay:
    'Su organización ha solicitado {count, plural, one {# correo de este tipo} many {# de correos de este tipo} other {# correos de ' +
    'este tipo}} en un día, que es el máximo.',
  htmlCharacters:
    'Este texto es demasiado largo: {count, plural, one {cabe # carácter} many {caben # de caracteres} other {caben # caracteres}}, ' +
    'formato incluido. Acórtelo o envíe el resto como enlace.',
  htmlTags:
    'Este texto tiene demasiado formato: {count, plural, one {cabe # etiqueta} many {caben # de etiquetas} other {caben # etiquetas}}. ' +
    'Péguelo de nuevo como texto sin formato y vuelva a darle formato.',
  htmlDepth:
    'Este texto tiene demasiados niveles: {count, plural, one {cabe # lista, cita o tabla} many {caben # de listas, citas o tablas} ' +
    'other {caben # listas, citas o tablas}} una dentro de otra. Péguelo de nuevo como texto sin formato y vuelva a darle formato.',
  htmlAttributes:
    'Este texto tiene demasiado formato: {count, plural, one {cabe # atributo} many {caben # de atributos} other {caben # atributos}}. ' +
    'Péguelo de nuevo como texto sin formato y vuelva a darle formato.',
  htmlStyles:
    'Este texto tiene demasiado formato: {count, plural, one {cabe # carácter de estilos} many {caben # de caracteres de estilos} other ' +
    '{caben # caracteres de estilos}}. Péguelo de nuevo como texto sin formato y vuelva a darle formato.',
  recordId: 'Un ID de registro de Salesforce tiene 15 o 18 letras y cifras.',
  notAnAddress: 'Esta no es una dirección de correo.',
  addressTooLong: 'Esta dirección es demasiado larga: caben 64 caracteres antes de la @ y 254 en total.',
  addressNotPlain:
    'Esta dirección tiene letras antes de la @ a las que no todos los sistemas de correo pueden entregar. Pida una dirección con letras ' +
    'simples (de la a a la z).',
  picturesLost:
    '{count, plural, one {# imagen no se puede enviar. Quítela o péguela desde una página web.} many {# de imágenes no se pueden ' +
    'enviar. Quítelas o péguelas desde una página web.} other {# imágenes no se pueden enviar. Quítelas o péguelas desde una página ' +
    'web.}}',
  picturesLostNamed:
    '{count, plural, one {# imagen no se puede enviar ({names}). Quítela o péguela desde una página web.} many {# de imágenes no se ' +
    'pueden enviar ({names}). Quítelas o péguelas desde una página web.} other {# imágenes no se pueden enviar ({names}). Quítelas o ' +
    'péguelas desde una página web.}}',
  userUnknown: 'Este usuario no existe.',
  userDeactivated: 'Este usuario está desactivado. Reactívelo primero.',
  userGone: 'Su usuario ya no existe.',
  wrongObject: 'El panel funciona en prospectos, contactos, cuentas y oportunidades.',
  emailUnverified:
    'Salesforce aún no ha verificado la dirección {address}. Verifíquela en su configuración de Salesforce e inténtelo de nuevo.',
  emailNotYours: 'Usted no ha enviado este correo.',
  subjectNeeded: 'Se necesita un asunto.',
  letterRefused: 'El servidor de correo rechazó esta dirección.',
  letterServerSilent: 'El servidor de correo no respondió. Lo intentamos de nuevo.',
};
