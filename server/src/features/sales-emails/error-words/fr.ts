import type { EN } from './en.ts';

export const FR: Record<keyof typeof EN, string> = {
  emailUnknown: 'Cet e-mail n’existe pas.',
  emailHidden: 'Cet e-mail n’existe pas, ou vous n’avez pas le droit de le voir.',
  reconnectToSee: 'Reconnectez votre boîte e-mail : nous pourrons alors voir si cet e-mail est parti.',
  draftUnknown: 'Ce brouillon n’existe pas.',
  orgStopped: 'Votre administrateur a arrêté tous les envois. Rien ne part tant qu’il n’autorise pas de nouveau les connexions.',
  identityNotVerified:
    'Vous ne pouvez pas encore envoyer depuis cette adresse. Choisissez un autre expéditeur ou vérifiez l’adresse dans les paramètres.',
  teamSmtpMissing: 'Votre équipe n’a plus de serveur de messagerie pour cette adresse. Choisissez un autre expéditeur.',
  wrongPerson: 'Un e-mail s’envoie à une piste ou à un contact.',
  subjectTooLong: 'Avec les valeurs de ses champs dynamiques, cet objet compte plus de {limit} caractères. Raccourcissez-le.',
  bodyTooLong: 'Ce texte est trop long. Raccourcissez-le et retirez les images collées.',
  timeUnreadable: 'Choisissez une heure telle que 09:00.',
  zoneUnknown: 'Ce fuseau horaire n’existe pas.',
  schedulePassed: 'Cette heure est passée. Choisissez-en une plus tardive.',
  scheduleTooFar: 'Un e-mail peut être planifié jusqu’à un an à l’avance. Choisissez un jour plus proche.',
  clocksSkip: 'Les horloges sautent {wanted} ce jour-là. L’e-mail part à {chosen}.',
  clocksRepeat: 'Les horloges indiquent deux fois {wanted} ce jour-là. L’e-mail part la première fois.',
};
