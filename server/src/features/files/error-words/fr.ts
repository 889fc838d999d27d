import type { EN } from './en.ts';

export const FR: Record<keyof typeof EN, string> = {
  fileTooLarge:
    'Ce fichier fait {size, number} Mo, et un fichier peut faire {limit, number} Mo. Déposez-le là où on peut le télécharger et envoyez ' +
    'le lien.',
  uploadEnded: 'Cette voie pour le fichier est fermée. Joignez à nouveau le fichier.',
  fileEmpty: 'Ce fichier est vide.',
  endingRefused:
    'Les fournisseurs de messagerie n’acceptent pas les fichiers qui se terminent par {ending}, car ils peuvent contenir des virus. ' +
    'Déposez-le là où on peut le télécharger et envoyez le lien.',
  programRefused:
    'Ce fichier est un programme, quoi que dise son nom. Les fournisseurs de messagerie n’acceptent pas les programmes, car ils peuvent ' +
    'contenir des virus.',
  fileDay: 'Vous avez joint {limit, number} Mo de fichiers en un jour, ce qui est le maximum. Joignez celui-ci plus tard.',
  filesTooLarge:
    'Les fichiers de cet e-mail font {size, number} Mo ensemble, et {limit, number} Mo tiennent. Retirez-en un, ou envoyez un lien vers ' +
    'celui-ci.',
  filesTooLargeForOutlook:
    'Les fichiers de cet e-mail font {size, number} Mo ensemble, et {limit, number} Mo tiennent : MSI Actions peut envoyer depuis votre ' +
    'boîte Outlook, mais pas y préparer de brouillons. Retirez-en un, ou envoyez un lien vers celui-ci.',
};
