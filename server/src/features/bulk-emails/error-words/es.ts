import type { EN } from './en.ts';

export const ES: Record<keyof typeof EN, string> = {
  tooManyPeople: 'Un correo se envía a {limit, number} personas como máximo. Elija menos.',
  wrongPerson: 'Solo los prospectos y los contactos reciben correos de ventas. Quite los demás.',
  unknown: 'Este correo para muchas personas no existe. Quizá se descartó.',
  notSent: 'Este correo para muchas personas aún no se ha enviado.',
  notAmong: 'Esta persona no está entre las que reciben este correo.',
};
