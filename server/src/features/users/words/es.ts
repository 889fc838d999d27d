import type { Translated } from '../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const ES: Translated<typeof EN> = {
  'letter.from': '{company} mediante MSI Actions',
  'letter.subject': '{invitedBy} le ha invitado a MSI Actions en {company}',
  'letter.hello': 'Hola, {firstName}:',
  'letter.what':
    '{invitedBy} le ha invitado a MSI Actions en {company}. Con él escribe correos de ventas a prospectos y contactos dentro de ' +
    'Salesforce. Salen de su propio buzón, y Salesforce le muestra quién ha respondido.',
  'letter.start': 'Empezar lleva unos dos minutos: inicia sesión con Salesforce y conecta su buzón de Gmail u Outlook.',
  'letter.button': 'Empezar',
  'letter.link': '{button}: {link}',
  'letter.validity': 'El vínculo es solo suyo y funciona una vez, hasta el {day}.',
  'letter.footer':
    'Recibe este correo porque {invitedBy} le invitó a MSI Actions en {company}. Si no lo esperaba, no tiene que hacer nada.',
  'letter.footerOfAdmin':
    'Recibe este correo porque un administrador le invitó a MSI Actions en {company}. Si no lo esperaba, no tiene que hacer nada.',
  'nobody.firstName': 'colega',
  'nobody.invitedBy': 'Su administrador',
};
