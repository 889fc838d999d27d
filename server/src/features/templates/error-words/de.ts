import type { EN } from './en.ts';

export const DE: Record<keyof typeof EN, string> = {
  nameNeeded: 'Eine Vorlage braucht einen Namen.',
  nameTooLong: 'Der Name einer Vorlage hat höchstens 120 Zeichen.',
  nameUnseen: 'Ein Name ist eine Zeile aus sichtbaren Zeichen.',
  categoryNameNeeded: 'Eine Kategorie braucht einen Namen.',
  categoryNameTooLong: 'Der Name einer Kategorie hat höchstens 80 Zeichen.',
  subjectTooLong: 'Ein Betreff hat höchstens 998 Zeichen.',
  bodyTooLong: 'Diese Vorlage ist zu lang. Kürzen Sie sie.',
  notesTooLong: 'Notizen haben höchstens 10.000 Zeichen.',
  tooManyCriteria: 'Eine Vorlage hat höchstens drei Kriterien.',
  tooManyPinned: 'Es können höchstens fünf Kategorien angeheftet sein. Lösen Sie zuerst eine.',
  templateGone: 'Diese Vorlage gibt es nicht, oder sie ist nicht mehr für Sie freigegeben.',
  categoryGone: 'Diese Kategorie gibt es nicht mehr.',
  teamGone: 'Eines dieser Teams gibt es nicht mehr.',
  notInTeam: 'Sie können Vorlagen für Teams freigeben, denen Sie angehören. Nicht alle diese Teams gehören dazu.',
  changedBy: '{name} hat diese Vorlage inzwischen gespeichert. Ihr Text ist noch nicht gespeichert.',
  nameTaken: 'Es gibt schon eine Kategorie „{name}“. Wählen Sie einen anderen Namen.',
  restricted: 'In der Kategorie „{name}“ können nur Admins Vorlagen freigeben, bis ein Admin es Ihrem Team erlaubt.',
};
