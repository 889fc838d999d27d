import type { Translated } from '../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const ES: Translated<typeof EN> = {
  'frame.title': '{name} - {company}',
  'page.sender': 'Enviado por {sender}',
  'page.tools': 'Páginas y descarga',
  'page.pages': 'Páginas: {count, number}',
  'page.place': 'Página {page, number} de {count, number}',
  'page.previous.button': 'Anterior',
  'page.next.button': 'Siguiente',
  'page.download.button': 'Descargar',
  'page.first': 'Estas son las primeras {shown, number} de {count, number} páginas. Descargue el archivo para verlas todas.',
  'page.preparing': 'Las páginas se están preparando. Vuelva a mirar en un momento o descargue el archivo ahora.',
  'page.again.button': 'Volver a mirar',
  'page.downloadOnly': 'Este archivo no se muestra aquí. Descárguelo para verlo.',
  'page.locked': 'Este archivo tiene una contraseña y por eso no se muestra aquí. Descárguelo y ábralo con la contraseña.',
  'telling.tells': '{sender} sabrá cuándo abre esto, qué páginas mira y si lo descarga.',
  'telling.stop.button': 'No informar',
  'telling.quiet': '{sender} no sabrá lo que hace aquí, como ha elegido en este navegador.',
  'telling.start.button': 'Informar de nuevo',
  'telling.browser': 'Su navegador pide que no se le rastree, así que {sender} no sabrá lo que hace aquí.',
  'telling.own': 'Ha usado este navegador como miembro de {company}, así que lo que haga aquí no se cuenta.',
  'telling.look':
    'Así lo ven los destinatarios. Lo que haga aquí no se cuenta, ni tampoco los archivos de correos de {company} que abra en este ' +
    'navegador a partir de ahora.',
  'gone.title': 'Este archivo no está aquí',
  'gone.text': 'Se ha eliminado o el enlace no está completo. Pregunte a quien se lo envió.',
  'trouble.title': 'No ha funcionado',
  'trouble.text': 'Inténtelo de nuevo dentro de unos minutos.',
};
