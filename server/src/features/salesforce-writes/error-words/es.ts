import type { EN } from './en.ts';

export const ES: Record<keyof typeof EN, string> = {
  recordUnsaid: 'Salesforce no indicó qué ocurrió con este registro.',
  parentNotLogged: 'La actividad a la que pertenece no está en Salesforce.',
  noField: 'Esta organización no tiene ningún campo para ello.',
  taskDeleted: 'La tarea se eliminó en Salesforce.',
  personDeleted: 'La persona se eliminó en Salesforce y no queda ningún registro para la tarea.',
};
