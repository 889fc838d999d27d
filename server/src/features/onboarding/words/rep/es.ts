import type { Translated } from '../../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const ES: Translated<typeof EN> = {
  'activate.title': 'Active su cuenta',
  'activate.again': 'Hola de nuevo',
  'activate.org': '{org} usa MSI Actions para enviar correos de ventas desde Salesforce.',
  'activate.account': 'Su cuenta es <strong>{address}</strong>.',
  'activate.button': 'Activar cuenta con Salesforce',
  'activate.next':
    'A continuación, Salesforce le pide que permita MSI Actions. Buscamos a las personas con las que trabaja y registramos sus correos ' +
    'y tareas, y nunca podemos hacer más que usted. No cambiamos nada más y nunca vemos su contraseña de Salesforce.',
  'signIn.button': 'Continuar con Salesforce',

  'spent.title': 'Este vínculo ya no funciona',
  'spent.why': 'Ya se ha usado, o se le envió uno más reciente.',
  'spent.signIn': 'Si esta es su cuenta, inicie sesión con Salesforce para seguir donde lo dejó.',
  'spent.tell': 'Si no fue usted quien usó este vínculo, avise a su administrador.',

  'resume.title': 'Continúe donde lo dejó',
  'resume.signIn': 'Inicie sesión con Salesforce para seguir con la configuración. Todo lo que ha hecho hasta ahora está guardado.',
  'resume.invitation': '¿Aún no tiene invitación? Pídala a su administrador de MSI Actions.',

  'continue.title': 'Continuar',
  'continue.from': 'Ha llegado aquí desde Salesforce.',
  'continue.setup.button': 'Continuar a la configuración',

  'apiAccess.title': 'Falta un permiso',
  'apiAccess.missing': 'Su usuario de Salesforce no tiene el permiso <strong>API activada</strong>.',
  'apiAccess.effect':
    'Su cuenta sigue activa. Sin este permiso, MSI Actions no puede buscar a las personas a las que escribe ni registrar sus correos.',
  'apiAccess.ask': 'Pida a su administrador de Salesforce una de estas dos cosas:',
  'apiAccess.profile': 'marcar <strong>API activada</strong> en su perfil, en Permisos administrativos, o',
  'apiAccess.permissionSet': 'asignarle un conjunto de permisos que incluya <strong>API activada</strong>.',
  'apiAccess.button': 'Comprobar de nuevo',
  'apiAccess.later': 'Ha iniciado sesión como {address}. Puede cerrar esta ventana y volver más tarde desde el panel en Salesforce.',

  'welcome.title': 'Le damos la bienvenida, {name}',
  'welcome.connected': 'Salesforce está conectado.',
  'welcome.steps': 'Quedan tres pasos cortos: elija su buzón, permita que MSI Actions envíe desde él y añada su firma.',
  'welcome.button': 'Empezar',

  'intro.title': 'Cómo funciona',
  'intro.sending':
    'Usted escribe a prospectos y contactos directamente desde su registro en Salesforce. Cada correo se envía desde su propio buzón, ' +
    'en su nombre, y las respuestas le llegan directamente a usted.',
  'intro.logging': 'Cada correo se registra en Salesforce como una tarea, para que su equipo pueda verlo.',
  'next.button': 'Siguiente',

  'mailbox.title': '¿Qué buzón usa?',
  'mailbox.provider': 'Su proveedor de correo',
  'mailbox.signIn':
    'A continuación, inicia sesión en su buzón como {address}. Nunca vemos su contraseña. Su administrador ha elegido lo que pedimos:',
  'mailbox.connected': '{address} está conectado.',
  'mailbox.keep': 'Conservar {address}',
  'mailbox.instead': 'O conecte otro buzón en su lugar:',
  'tier.send': 'permiso para enviar y nada más. No leemos nada en su buzón.',
  'tier.headers':
    'permiso para enviar y para ver quién ha respondido. Leemos quién escribió a quién y cuándo, y por qué se devolvió un correo suyo. ' +
    'Nunca leemos lo que escriben las personas.',
  'tier.bodies':
    'permiso para enviar y para leer correos. Leemos los informes de devolución y las respuestas automáticas a sus correos de ventas, y ' +
    'una respuesta cuando usted la contesta desde Salesforce. No guardamos nada más de su buzón.',
  'tier.of': '{vendor}: {tier}',

  'confirm.title': '¿Es este el buzón correcto?',
  'confirm.addresses':
    'Ha iniciado sesión en el buzón <strong>{address}</strong>. Su cuenta de MSI Actions es <strong>{userAddress}</strong>.',
  'confirm.effect': 'Si lo conecta, sus correos de ventas se envían desde {address} y las respuestas llegan allí.',
  'confirm.yes': 'Conectar {address}',
  'confirm.no.button': 'Elegir otro buzón',

  'connected.title': 'Su correo está conectado',
  'connected.address': 'Sus correos de ventas se enviarán desde <strong>{address}</strong>.',
  'connected.close': 'Puede cerrar esta ventana y seguir en Salesforce.',
  'connected.button': 'Continuar',
  'connected.endsByItself':
    'Google terminará esta conexión el {day}, porque la aplicación aún está en pruebas allí. Entonces tendrá que volver a conectar. ' +
    'Avise a su administrador: deja de ocurrir cuando la aplicación se publica en Google.',

  'finish.title': 'Todo está listo',
  'finish.salesforce': 'Salesforce',
  'finish.person': '{name}, {org}',
  'finish.mailbox': 'Buzón',
  'finish.noMailbox': 'Aún sin conectar',
  'finish.button': 'Finalizar',

  'tour.offer': '¿Quiere hacer un recorrido breve?',
  'tour.what': 'Tres páginas cortas le muestran el panel en Salesforce.',
  'tour.start.button': 'Empezar recorrido',
  'tour.skip.button': 'Ahora no',
  'tour.1.title': 'El panel',
  'tour.1.text':
    'Abra un prospecto, un contacto, una cuenta o una oportunidad. El panel de MSI Actions está en la página, con un botón para lo que ' +
    'más hace: Enviar correo de ventas.',
  'tour.1.picture': 'El panel en un prospecto: el botón “Enviar correo de ventas” y el menú con todas las acciones',
  'tour.2.title': 'Después de pulsar Enviar',
  'tour.2.text':
    'La ventana se cierra enseguida y tiene unos segundos para deshacer. Después, una fila del panel muestra dónde está su correo.',
  'tour.2.picture': 'Una fila del panel con un correo que sale en un momento y el botón “Deshacer”',
  'tour.3.title': 'Nada se pierde',
  'tour.3.text':
    'Abra una fila para ver qué ha pasado. Si su buzón no responde, la fila lo dice y usted decide: “Comprobar de nuevo”, “Marcar como ' +
    'enviado” o “Enviar de nuevo”.',
  'tour.3.picture': 'Una fila abierta: el correo y lo que ha pasado con él',
  'tour.page': 'Página {number} de {pages}',
  'tour.done.button': 'Listo',

  'exit.title': 'Todo a punto para vender',
  'exit.ready': 'MSI Actions está configurado. Abra un prospecto o un contacto en Salesforce para enviar su primer correo.',
  'exit.readyFor':
    'MSI Actions está configurado para <strong>{address}</strong>. Abra un prospecto o un contacto en Salesforce para enviar su primer ' +
    'correo.',
  'exit.open.button': 'Abrir MSI Actions',
  'exit.launch.button': 'Iniciar Salesforce',

  'identity.title': '¿Permitir el envío desde esta dirección?',
  'identity.question': '<strong>{person}</strong>, de {org}, quiere enviar correos de ventas como <strong>{address}</strong>.',
  'identity.button': 'Sí, permitirlo',
  'identity.ifNot': 'Si no sabe nada de esto, cierre esta página. Sin su permiso no se envía nada desde esta dirección.',
  'identity.verified': 'La dirección está verificada',
  'identity.usable': 'Ya se pueden enviar correos de ventas como <strong>{address}</strong>. Puede cerrar esta página.',

  'adminConsent.given': 'Permitido para todos',
  'adminConsent.everyone': 'Ahora todas las personas de su organización pueden usar MSI Actions con Outlook.',
  'adminConsent.carryOn':
    'Sus representantes pueden conectar sus buzones sin pedir aprobación. Puede cerrar esta ventana y seguir en Salesforce.',
  'adminConsent.refused': 'No se ha cambiado nada',
  'adminConsent.notGiven': 'No se dio el permiso para su organización.',
  'adminConsent.startAgain':
    'Solo puede darlo un administrador de Microsoft. Cierre esta ventana y empiece de nuevo desde la configuración en Salesforce.',
};
