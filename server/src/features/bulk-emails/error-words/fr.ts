import type { EN } from './en.ts';

export const FR: Record<keyof typeof EN, string> = {
  tooManyPeople: 'Un e-mail s’envoie à {limit, number} personnes au maximum. Choisissez-en moins.',
  wrongPerson: 'Seuls les pistes et les contacts reçoivent des e-mails de vente. Retirez les autres.',
  unknown: 'Cet e-mail à plusieurs personnes n’existe pas. Il a peut-être été abandonné.',
  notSent: 'Cet e-mail à plusieurs personnes n’est pas encore envoyé.',
  notAmong: 'Cette personne ne fait pas partie de celles qui reçoivent cet e-mail.',
};
