import type { Translated } from '../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const ES: Translated<typeof EN> = {
  'fact.org': 'Organización',
  'fact.by': 'Por',
  'fact.from': 'Desde',
  'fact.when': 'Cuándo',
  'fact.unknown': 'desconocido',
  'fact.line': '{name}: {value}',
  'letter.opening': '{heading}.',
  'letter.link': 'Certificados: {link}',
  'letter.button': 'Ver los certificados',

  'certificate_uploaded.subject': 'Se añadió un certificado para {org}',
  'certificate_uploaded.heading': 'Se añadió un certificado',
  'certificate_uploaded.about': 'Huella SHA-256',
  'certificate_uploaded.effect':
    'A partir de ahora, quien tenga la clave de este certificado puede iniciar sesión en MSI Actions como personas de su organización.',
  'certificate_uploaded.advice':
    'Si no lo hizo nadie de su compañía, revoque el certificado de inmediato y compruebe en Salesforce quién tiene derechos de ' +
    'administrador.',

  'certificate_revoked.subject': 'Se revocó un certificado de {org}',
  'certificate_revoked.heading': 'Se revocó un certificado',
  'certificate_revoked.about': 'Huella SHA-256',
  'certificate_revoked.effect':
    'MSI Actions rechaza todo lo que esté firmado con él. Se cerró la sesión de todos los paneles, que vuelven a iniciarla por sí solos.',
  'certificate_revoked.advice':
    'Si no lo hizo nadie de su compañía, revise los certificados y compruebe en Salesforce quién tiene derechos de administrador.',

  'lightning_origin_changed.subject': 'Se cambió la dirección de Lightning de {org}',
  'lightning_origin_changed.heading': 'Se cambió la dirección de Lightning',
  'lightning_origin_changed.about': 'Nueva dirección',
  'lightning_origin_changed.effect':
    'MSI Actions solo responde a navegadores en esta dirección. Los paneles en otra dirección dejan de funcionar.',
  'lightning_origin_changed.advice':
    'Si no lo hizo nadie de su compañía, deshaga el cambio y compruebe en Salesforce quién tiene derechos de administrador.',
};
