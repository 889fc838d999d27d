import type { Translated } from '../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const FR: Translated<typeof EN> = {
  'test.subject': 'Test de votre serveur de messagerie',
  'test.text': 'Cet e-mail est passé par le serveur de messagerie avec lequel votre équipe envoie ses e-mails commerciaux. Il fonctionne.',
};
