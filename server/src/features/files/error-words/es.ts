import type { EN } from './en.ts';

export const ES: Record<keyof typeof EN, string> = {
  'email.fileTooLarge':
    'Este archivo tiene {size, number} MB y un archivo puede tener {limit, number} MB. Guárdelo donde se pueda ' +
    'descargar y envíe el enlace.',
  uploadEnded: 'La carga ha tardado demasiado. Elija el archivo de nuevo.',
  fileEmpty: 'Este archivo está vacío.',
  'email.endingRefused':
    'Los proveedores de correo no aceptan archivos que terminan en {ending}, porque pueden contener virus. Guárdelo donde se pueda ' +
    'descargar y envíe el enlace.',
  'email.programRefused':
    'Este archivo es un programa, diga lo que diga su nombre. Los proveedores de correo no aceptan programas, porque pueden contener ' +
    'virus.',
  'email.fileDay': 'Ha adjuntado {limit, number} MB de archivos en un día, que es el máximo. Adjunte este más tarde.',
  'content.fileTooLarge':
    'Este archivo tiene {size, number} MB y un archivo puede tener {limit, number} MB. Redúzcalo, por ejemplo con imágenes más pequeñas.',
  'content.endingRefused': 'Los archivos que terminan en {ending} pueden contener virus, por lo que no pueden ser contenido.',
  'content.programRefused':
    'Este archivo es un programa, diga lo que diga su nombre. Los programas pueden contener virus, por lo que no pueden ser contenido.',
  'content.fileDay': 'Ha cargado {limit, number} MB de archivos en un día, que es el máximo. Cargue este más tarde.',
  filesTooLarge:
    'Los archivos de este correo tienen {size, number} MB en conjunto y caben {limit, number} MB. Quite uno o envíe un enlace a él.',
  filesTooLargeForOutlook:
    'Los archivos de este correo tienen {size, number} MB en conjunto y caben {limit, number} MB: MSI Actions puede enviar desde su ' +
    'buzón de Outlook, pero no crear borradores en él. Quite uno o envíe un enlace a él.',
};
