import type { EN } from './en.ts';

export const ES: Record<keyof typeof EN, string> = {
  nameNeeded: 'Una plantilla necesita un nombre.',
  nameTooLong: 'El nombre de una plantilla tiene como máximo 120 caracteres.',
  nameUnseen: 'Un nombre es una línea de caracteres visibles.',
  categoryNameNeeded: 'Una categoría necesita un nombre.',
  categoryNameTooLong: 'El nombre de una categoría tiene como máximo 80 caracteres.',
  subjectTooLong: 'Un asunto tiene como máximo 998 caracteres.',
  bodyTooLong: 'Esta plantilla es demasiado larga. Acórtela.',
  notesTooLong: 'Las notas tienen como máximo 10.000 caracteres.',
  tooManyCriteria: 'Una plantilla tiene como máximo tres criterios.',
  tooManyPinned: 'Se pueden fijar como máximo cinco categorías. Suelte primero una.',
  templateGone: 'Esta plantilla no existe o ya no está compartida con usted.',
  categoryGone: 'Esta categoría ya no existe.',
  teamGone: 'Uno de estos equipos ya no existe.',
  notInTeam: 'Puede compartir con los equipos de los que forma parte. No forma parte de todos estos.',
  changedBy: '{name} ha guardado esta plantilla entretanto. Su texto aún no está guardado.',
  nameTaken: 'Ya existe una categoría {name}. Elija otro nombre.',
  restricted: 'Solo los administradores pueden compartir en la categoría {name}, hasta que uno se lo permita a su equipo.',
};
