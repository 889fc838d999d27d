import type { EN } from './en.ts';

export const ES: Record<keyof typeof EN, string> = {
  taskUnknown: 'Usted no ha agregado esta tarea.',
  notRefused: 'Salesforce no ha rechazado ninguna tarea suya como esta.',
  personGone: 'Esta persona ya no está en el registro. Elija otra.',
  assigneeInactive: 'Una tarea solo se puede asignar a un usuario activo de MSI Actions. Elija otro.',
};
