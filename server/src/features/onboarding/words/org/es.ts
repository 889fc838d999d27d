import type { Translated } from '../../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const ES: Translated<typeof EN> = {
  'connect.title': 'Conecte su organización de Salesforce',
  'connect.needs': 'Debe ser administrador de Salesforce, y el paquete MSI Actions debe estar instalado.',
  'connect.address':
    'Dirección de su organización de Salesforce (solo para un sandbox o si su organización tiene su propia página de inicio de sesión)',
  'connect.help': 'Mientras está en Salesforce, copie todo lo que aparece en la barra de direcciones de su navegador.',
  'connect.button': 'Iniciar sesión con Salesforce',
  'connect.reads':
    'Preguntamos a Salesforce quién es usted y si es administrador, y nos conectamos con su propio acceso. No cambiamos nada en su ' +
    'organización y nunca vemos su contraseña.',
  'proof.again':
    'Para cambiar esto, vuelva a iniciar sesión con Salesforce como administrador. Después tiene {minutes} minutos. Todos los ' +
    'administradores reciben un correo sobre el cambio.',

  'origin.title': 'Confirme su dirección de Lightning',
  'origin.what': 'Aquí están sus páginas de registro. El panel solo funciona en esta dirección.',
  'origin.current': 'Dirección actual: <strong>{address}</strong>',
  'origin.label': 'Dirección de Lightning de {org}',
  'origin.anyway': 'Usar esta dirección de todos modos',
  'origin.button': 'Confirmar',
  'origin.stops': 'En cuanto confirme, el panel deja de funcionar en cualquier otra dirección.',
  'origin.guessed':
    'La hemos deducido de su Mi dominio. Compárela con la barra de direcciones de una página de registro; puede pegar aquí todo lo que ' +
    'aparece en ella.',

  'orgDone.title': '{org}: organización conectada',
  'orgDone.first': 'Usted es el primer administrador.',
  'orgDone.left': 'Quedan dos cosas por hacer en Salesforce:',
  'orgDone.server': 'En la configuración del paquete, establezca la dirección del servidor en <strong>{address}</strong>.',
  'orgDone.permissionSets':
    'Asigne el conjunto de permisos <strong>MSI Actions User</strong> a sus representantes y <strong>MSI Actions Admin</strong> a usted.',
  'orgDone.invite': 'Después invite a sus representantes en la ficha Usuarios de la aplicación MSI Actions.',
  'orgDone.checklist.button': 'Ver lo que queda por hacer',

  'goTo.ownMailbox.button': 'Configurar mi propio buzón',
  'goTo.certificates.button': 'Certificados',
  'goTo.origin.button': 'Dirección de Lightning',
  'goTo.checklist.button': 'Lista de configuración',

  'certificates.first': 'Cargue su certificado',
  'certificates.title': 'Certificados de {org}',
  'certificates.why':
    'Su organización firma cada visita al panel con un certificado. Para comprobar la firma necesitamos su parte pública y nada más.',
  'certificates.two':
    'Dos pueden estar activos a la vez, para que pueda sustituir uno antes de que caduque. Un tercero solo sustituye a uno que ha ' +
    'caducado o que nunca se ha usado.',
  'certificates.ended': 'Ya no son de confianza ({count})',
  'upload.heading': 'Cargar un certificado',
  'upload.open': 'En Configuración de Salesforce, abra Gestión de certificados y claves.',
  'upload.create': 'Cree un certificado autofirmado con un tamaño de clave de 2048 o más. El primero se llama <strong>MSI_Panel</strong>.',
  'upload.download': 'Descargue el certificado. El archivo termina en .crt.',
  'upload.file': 'Archivo del certificado (.crt o .pem)',
  'upload.trustAgain': 'Volver a confiar en un certificado revocado',
  'upload.button': 'Cargar certificado',
  'certificate.expired': 'Caducó el {day}. Sustitúyalo ahora.',
  'certificate.expires':
    '{days, plural, one {Válido hasta el {day}. Sustitúyalo en # día.} many {Válido hasta el {day}. Sustitúyalo en # de días.} other ' +
    '{Válido hasta el {day}. Sustitúyalo en # días.}}',
  'certificate.valid': 'Válido hasta el {day}',
  'certificate.fingerprint': 'Huella SHA-256',
  'certificate.uploaded': 'Cargado',
  'certificate.used': 'Último uso',
  'certificate.neverUsed': 'Nunca',
  'certificate.by': '{when} por {person}',
  'certificate.revoked': 'Revocado',
  'certificate.replaced': 'Sustituido',
  'certificate.revoke.button': 'Revocar',
  'certificate.revokeThis': 'Revocar el certificado {fingerprint}',

  'revocation.title': '¿Revocar este certificado?',
  'revocation.refused': 'Lo que esté firmado con él se rechaza de inmediato.',
  'revocation.used':
    'Último uso: {when}. Si su organización sigue firmando con él, el panel deja de funcionar para todos hasta que el ajuste en ' +
    'Salesforce nombre otro.',
  'revocation.panels':
    'Cada panel abierto vuelve a iniciar sesión por sí solo. Nadie tiene que escribir nada y no se pierde nada de lo que espera para ' +
    'enviarse.',
  'revocation.told': 'Se avisa por correo a todos los administradores. Para volver a confiar en él, alguien tiene que cargarlo de nuevo.',
  'revocation.needed':
    'Aún no se puede revocar: ningún otro certificado ha firmado últimamente una visita de su organización. Cargue uno nuevo, nómbrelo ' +
    'en el ajuste en Salesforce y abra el panel una vez.',
  'revocation.button': 'Revocar certificado',
  'revocation.keep.button': 'Conservarlo',

  'checklist.title': 'Lista de configuración de {org}',
  'checklist.left':
    '{count, plural, =0 {Todo está hecho.} one {Falta revisar # línea.} many {Falta revisar # de líneas.} other {Falta revisar # líneas.}}',
  'checklist.button': 'Comprobar de nuevo',
  'checklist.listSeparator': ', ',
  'state.done': 'Hecho',
  'state.to_do': 'Por hacer',
  'state.unseen': 'No se puede ver',
  'object.Lead': 'Prospecto',
  'object.Contact': 'Contacto',
  'object.Account': 'Cuenta',
  'object.Opportunity': 'Oportunidad',
  'line.package': 'Paquete',
  'line.package.open': 'Abrir Estado de implementación',
  'line.permissionSets': 'Conjuntos de permisos',
  'line.permissionSets.open': 'Abrir Conjuntos de permisos',
  'line.pages': 'Panel en las páginas de registro',
  'line.pages.open': 'Abrir Generador de aplicaciones Lightning',
  'line.taskTypes': 'Tipos de tarea',
  'line.taskTypes.open': 'Abrir los campos de Tarea',
  'line.activityFields': 'Campos de actividad',
  'line.activityFields.open': 'Abrir los campos de Actividad',
  'line.firstRep': 'Primera persona lista para enviar',
  'line.firstRep.open': 'Abrir la ficha Usuarios',

  'found.package': 'El paquete está en su organización.',
  'found.noPackage': 'Implemente el paquete.',
  'found.noPermissionSets': 'Su organización aún no tiene los conjuntos de permisos. Vienen con el paquete.',
  'found.permissionSets':
    'MSI Actions User: {users, plural, one {# persona} many {# de personas} other {# personas}}. MSI Actions Admin: {admins, plural, ' +
    'one {# persona} many {# de personas} other {# personas}}.',
  'found.unassigned':
    'MSI Actions User: {users, plural, one {# persona} many {# de personas} other {# personas}}. MSI Actions Admin: {admins, plural, ' +
    'one {# persona} many {# de personas} other {# personas}}. Asigne MSI Actions User a sus representantes y MSI Actions Admin a usted.',
  'found.noPages': 'Ninguna página tiene aún el panel para: {objects}.',
  'found.pages': 'El panel se ha abierto en los cuatro objetos.',
  'found.unopened': 'No podemos ver qué página está activa; compruébelo aquí. Nadie ha abierto aún el panel en: {objects}.',
  'found.typeUnseen': 'Su usuario de Salesforce no puede establecer el tipo de una tarea; compruébelo aquí.',
  'found.types': 'Las tareas pueden tener los tipos Email, Call y Reply.',
  'found.missingTypes': 'Añada estos valores al campo Type: {types}.',
  'found.fields': 'Los {count} campos están presentes.',
  'found.missingFields': 'Faltan estos campos: {fields}. Vienen con el paquete.',
  'found.ready':
    '{count, plural, one {Lista para enviar: # persona.} many {Listas para enviar: # de personas.} other {Listas para enviar: # ' +
    'personas.}}',
  'found.nobodyReady': 'Nadie ha conectado aún Salesforce y un buzón. Invite a sus representantes.',
  'unseen.connection': 'No podemos ver esto: su conexión con Salesforce ha terminado. Vuelva a iniciar sesión con Salesforce.',
  'unseen.api': 'No podemos ver esto: su usuario de Salesforce no puede usar la API. Pida el permiso “API activada”.',
  'unseen.permission': 'No podemos ver esto: su usuario de Salesforce no puede consultarlo. Compruébelo aquí.',
  'unseen.noAnswer': 'No podemos ver esto: Salesforce no respondió. Compruébelo de nuevo en un minuto.',
};
