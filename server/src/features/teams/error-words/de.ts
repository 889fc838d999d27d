import type { EN } from './en.ts';

export const DE: Record<keyof typeof EN, string> = {
  everyoneIsTaken: 'Das Team „Alle“ gibt es schon: Jeder gehört dazu. Wählen Sie einen anderen Namen.',
  nameTaken: 'Es gibt schon ein Team „{name}“. Wählen Sie einen anderen Namen.',
  teamGone: 'Dieses Team gibt es nicht mehr.',
  nameNeeded: 'Ein Team braucht einen Namen.',
  nameUnseen: 'Der Name eines Teams ist eine Zeile aus sichtbaren Zeichen.',
  nameTooLong: 'Der Name eines Teams hat höchstens 80 Zeichen.',
};
