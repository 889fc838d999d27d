import type { EN } from './en.ts';

export const ES: Record<keyof typeof EN, string> = {
  everyoneIsTaken: 'El equipo Todos ya existe: todos forman parte de él. Elija otro nombre.',
  nameTaken: 'Ya existe un equipo {name}. Elija otro nombre.',
  teamGone: 'Este equipo ya no existe.',
  nameNeeded: 'Un equipo necesita un nombre.',
  nameUnseen: 'El nombre de un equipo es una línea de caracteres visibles.',
  nameTooLong: 'El nombre de un equipo tiene como máximo 80 caracteres.',
};
