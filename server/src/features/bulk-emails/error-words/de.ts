import type { EN } from './en.ts';

export const DE: Record<keyof typeof EN, string> = {
  tooManyPeople: 'Eine E-Mail geht an höchstens {limit, number} Personen. Wählen Sie weniger aus.',
  wrongPerson: 'Nur Leads und Kontakte erhalten Vertriebs-E-Mails. Lassen Sie die anderen weg.',
  unknown: 'Diese E-Mail an viele Personen gibt es nicht. Vielleicht wurde sie verworfen.',
  notSent: 'Diese E-Mail an viele Personen ist noch nicht gesendet.',
  notAmong: 'Diese Person gehört nicht zu denen, die diese E-Mail erhalten.',
};
