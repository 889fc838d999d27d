import type { EN } from './en.ts';

export const ES: Record<keyof typeof EN, string> = {
  portNotAllowed: 'A los servidores de correo se accede por el puerto 25, 465, 587 o 2525.',
  encryptionNeeded: 'Sin cifrado, cualquiera podría leer por el camino la contraseña y los correos. Elija TLS o STARTTLS.',
  hostNotAllowed: 'Este servidor no está en la internet pública, así que no podemos acceder a él.',
  signInNeeded: 'El servidor de correo pide un nombre de usuario y una contraseña.',
  signInRefused: 'El servidor de correo rechazó el nombre de usuario o la contraseña.',
  tlsFailed:
    'El servidor respondió, pero su certificado no es de confianza o usa otro tipo de cifrado. Compruebe el nombre, el puerto y TLS o ' +
    'STARTTLS.',
  recipientRefused: 'El servidor de correo rechazó la dirección a la que va el correo de prueba.',
  senderRefused: 'El servidor de correo no permite enviar desde su dirección.',
  refusedToTalk: 'El servidor de correo rechazó la conexión o no ofrece el cifrado que eligió.',
  comeBackLater: 'El servidor de correo pide volver más tarde.',
  uncertain: 'El servidor de correo tomó el correo, pero no lo confirmó a tiempo. Compruebe si ha llegado.',
  unreachable: 'No se pudo acceder al servidor de correo, o se cortó la conexión. Compruebe el nombre y el puerto.',
  refused: 'El servidor de correo rechazó el correo de prueba.',
  taken: 'El servidor de correo aceptó el correo de prueba para {to}.',
  passwordNeeded: 'Se necesita la contraseña de este usuario.',
  passwordOfOtherSettings: 'Escriba de nuevo la contraseña: la que guardamos corresponde a otra configuración.',
  hostNeeded: 'Se necesita el nombre del servidor.',
  hostOnly: 'Solo el nombre del servidor, como smtp.example.com.',
};
