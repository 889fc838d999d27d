import type { TEAM_ERRORS } from '../teams.ts';
import type { Translations } from '../entry.ts';

export const TEAM_WORDS: Translations<keyof typeof TEAM_ERRORS> = {
  de: {
    team_name_taken: 'Es gibt schon ein Team mit diesem Namen. Wählen Sie einen anderen Namen.',
    team_limit_reached: 'Sie haben 20 Teams. Mehr sind nicht möglich. Löschen Sie zuerst eines.',
  },
  es: {
    team_name_taken: 'Ya existe un equipo con este nombre. Elija otro nombre.',
    team_limit_reached: 'Tiene 20 equipos, el máximo posible. Elimine primero uno.',
  },
  fr: {
    team_name_taken: 'Une équipe porte déjà ce nom. Choisissez un autre nom.',
    team_limit_reached: 'Vous avez 20 équipes, le maximum possible. Supprimez-en d’abord une.',
  },
  ja: {
    team_name_taken: 'この名前のチームはすでに存在します。別の名前を選択してください。',
    team_limit_reached: 'チームは上限の 20 に達しています。先に 1 つ削除してください。',
  },
  'pt-BR': {
    team_name_taken: 'Já existe uma equipe com este nome. Escolha outro nome.',
    team_limit_reached: 'Você tem 20 equipes, o máximo possível. Exclua uma primeiro.',
  },
};
