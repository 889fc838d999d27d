import type { Translated } from '../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const FR: Translated<typeof EN> = {
  'frame.title': '{name} - {company}',
  'page.sender': 'Envoyé par {sender}',
  'page.tools': 'Pages et téléchargement',
  'page.pages': 'Nombre de pages : {count, number}',
  'page.place': 'Page {page, number} sur {count, number}',
  'page.previous.button': 'Précédente',
  'page.next.button': 'Suivante',
  'page.download.button': 'Télécharger',
  'page.first': 'Voici les {shown, number} premières pages sur {count, number}. Téléchargez le fichier pour les voir toutes.',
  'page.preparing': 'Les pages sont en préparation. Revenez dans un instant, ou téléchargez le fichier maintenant.',
  'page.again.button': 'Actualiser',
  'page.downloadOnly': 'Ce fichier n’est pas affiché ici. Téléchargez-le pour le consulter.',
  'page.locked': 'Ce fichier a un mot de passe et n’est donc pas affiché ici. Téléchargez-le et ouvrez-le avec le mot de passe.',
  'telling.tells': '{sender} saura quand vous ouvrez ceci, quelles pages vous regardez et si vous le téléchargez.',
  'telling.stop.button': 'Ne pas informer',
  'telling.quiet': '{sender} ne saura rien de ce que vous faites ici, comme vous l’avez choisi dans ce navigateur.',
  'telling.start.button': 'Informer de nouveau',
  'telling.browser': 'Votre navigateur demande de ne pas être suivi : {sender} ne saura rien de ce que vous faites ici.',
  'telling.own': 'Vous avez utilisé ce navigateur comme membre de {company} : ce que vous faites ici n’est pas compté.',
  'telling.look':
    'Voici ce que voient les destinataires. Ce que vous faites ici n’est pas compté, pas plus que les fichiers des e-mails de {company} ' +
    'que vous ouvrirez désormais dans ce navigateur.',
  'gone.title': 'Ce fichier n’est pas ici',
  'gone.text': 'Il a été supprimé, ou le lien n’est pas complet. Demandez à la personne qui vous l’a envoyé.',
  'trouble.title': 'Cela n’a pas fonctionné',
  'trouble.text': 'Réessayez dans quelques minutes.',
};
