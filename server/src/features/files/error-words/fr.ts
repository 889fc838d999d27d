import type { EN } from './en.ts';

export const FR: Record<keyof typeof EN, string> = {
  'email.fileTooLarge':
    'Ce fichier fait {size, number} Mo, et un fichier peut faire {limit, number} Mo. Déposez-le là où on peut le télécharger et envoyez ' +
    'le lien.',
  uploadEnded: 'Ce chargement a pris trop de temps. Choisissez à nouveau le fichier.',
  fileEmpty: 'Ce fichier est vide.',
  'email.endingRefused':
    'Les fournisseurs de messagerie n’acceptent pas les fichiers qui se terminent par {ending}, car ils peuvent contenir des virus. ' +
    'Déposez-le là où on peut le télécharger et envoyez le lien.',
  'email.programRefused':
    'Ce fichier est un programme, quoi que dise son nom. Les fournisseurs de messagerie n’acceptent pas les programmes, car ils peuvent ' +
    'contenir des virus.',
  'email.fileDay': 'Vous avez joint {limit, number} Mo de fichiers en un jour, ce qui est le maximum. Joignez celui-ci plus tard.',
  'content.fileTooLarge':
    'Ce fichier fait {size, number} Mo, et un fichier peut faire {limit, number} Mo. Réduisez-le, par exemple avec des images plus ' +
    'petites.',
  'content.endingRefused': 'Les fichiers qui se terminent par {ending} peuvent contenir des virus et ne peuvent donc pas être du contenu.',
  'content.programRefused':
    'Ce fichier est un programme, quoi que dise son nom. Les programmes peuvent contenir des virus et ne peuvent donc pas être du contenu.',
  'content.fileDay': 'Vous avez chargé {limit, number} Mo de fichiers en un jour, ce qui est le maximum. Chargez celui-ci plus tard.',
  filesTooLarge:
    'Les fichiers de cet e-mail font {size, number} Mo ensemble, et {limit, number} Mo tiennent. Retirez-en un, ou envoyez un lien vers ' +
    'celui-ci.',
  filesTooLargeForOutlook:
    'Les fichiers de cet e-mail font {size, number} Mo ensemble, et {limit, number} Mo tiennent : MSI Actions peut envoyer depuis votre ' +
    'boîte Outlook, mais pas y préparer de brouillons. Retirez-en un, ou envoyez un lien vers celui-ci.',
};
