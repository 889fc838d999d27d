import type { EN } from './en.ts';

export const FR: Record<keyof typeof EN, string> = {
  nameNeeded: 'Un modèle a besoin d’un nom.',
  nameTooLong: 'Le nom d’un modèle a 120 caractères au plus.',
  nameUnseen: 'Un nom est une ligne de caractères visibles.',
  categoryNameNeeded: 'Une catégorie a besoin d’un nom.',
  categoryNameTooLong: 'Le nom d’une catégorie a 80 caractères au plus.',
  subjectTooLong: 'Un objet a 998 caractères au plus.',
  bodyTooLong: 'Ce modèle est trop long. Raccourcissez-le.',
  notesTooLong: 'Les notes ont 10 000 caractères au plus.',
  tooManyCriteria: 'Un modèle a trois critères au plus.',
  tooManyPinned: 'Cinq catégories au plus peuvent être épinglées. Détachez-en d’abord une.',
  templateGone: 'Ce modèle n’existe pas, ou il n’est plus partagé avec vous.',
  categoryGone: 'Cette catégorie n’existe plus.',
  teamGone: 'Une de ces équipes n’existe plus.',
  notInTeam: 'Vous pouvez partager avec les équipes dont vous faites partie. Vous ne faites pas partie de toutes celles-ci.',
  changedBy: '{name} a enregistré ce modèle entre-temps. Votre texte n’est pas encore enregistré.',
  nameTaken: 'Il existe déjà une catégorie {name}. Choisissez un autre nom.',
  restricted: 'Seuls les administrateurs peuvent partager dans la catégorie {name}, jusqu’à ce que l’un d’eux le permette à votre équipe.',
};
