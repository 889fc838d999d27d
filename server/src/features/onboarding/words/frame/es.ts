import type { Translated } from '../../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const ES: Translated<typeof EN> = {
  'frame.title': '{title} - MSI Actions',
  'frame.progress': 'Progreso',
  'frame.passed': '{step}<hidden>, listo</hidden>',
  'frame.back.button': 'Atrás',
  'step.Salesforce': 'Salesforce',
  'step.Email': 'Correo',
  'step.Consent': 'Permiso',
  'step.Signature': 'Firma',
  'step.Done': 'Listo',

  'leave.title': 'Le llevamos a {where}',
  'leave.comeBack': 'Cuando termine, volverá aquí.',
  'leave.button': 'Continuar a {where}',

  'home.title': 'MSI Actions para Salesforce',
  'home.what':
    'Este es el servicio que hay detrás de MSI Actions, el panel que envía correos de ventas desde prospectos, contactos, cuentas y ' +
    'oportunidades.',
  'home.reps':
    'Aquí no hay nada que hacer. Si es representante, abra un registro en Salesforce o use el vínculo de su correo de bienvenida.',
  'home.admins': 'Si es administrador de Salesforce, puede conectar su organización:',
  'home.connect.button': 'Conectar su organización',

  'heading.wrong_email': 'Las direcciones no coinciden',
  'heading.wrong_salesforce_org': 'Esta es otra organización de Salesforce',
  'heading.salesforce_access_denied': 'Sin conectar',
  'heading.salesforce_app_blocked': 'Su organización aún no lo permite',
  'heading.salesforce_my_domain': 'Inicie sesión primero en su organización',
  'heading.wrong_salesforce_user': 'Este es otro usuario de Salesforce',
  'heading.address_in_use': 'La dirección se usa en otro lugar',
  'heading.in_other_instance': 'La dirección se usa en otro lugar',
  'heading.invitation_expired': 'Esta invitación ha caducado',
  'heading.too_many_sign_ins': 'Demasiados inicios de sesión a la vez',
  'heading.consent_expired': 'Ha tardado demasiado',
  'heading.link_expired': 'Este vínculo ha caducado',
  'heading.link_used': 'Este vínculo ya se ha usado',
  'heading.link_unknown': 'Este vínculo no está completo',
  'heading.not_invited': 'Aún no hay invitación',
  'heading.org_unknown': 'Esta organización no está conectada',
  'heading.user_deactivated': 'Su acceso ha terminado',
  'heading.access_ending': 'Inténtelo de nuevo en un momento',
  'heading.salesforce_admins_only': 'Solo para administradores',
  'heading.org_registered': 'Esta organización ya está conectada',
  'heading.page_out_of_date': 'Esta página no está actualizada',
  'heading.not_found': 'Página no encontrada',
  'heading.other': 'No ha funcionado',
  'problem.otherUser':
    'Para iniciar sesión como otra persona, cierre primero la sesión de Salesforce en otra pestaña. Todo lo que ha hecho hasta ahora ' +
    'está guardado.',
  'problem.retry.button': 'Reintentar',
  'problem.continue.button': 'Continuar con la configuración',
  'problem.details': 'Detalles',
  'problem.request': '{code}, solicitud {requestId}',
};
