import type { Translated } from '../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const FR: Translated<typeof EN> = {
  'letter.subject': 'Veuillez vérifier votre adresse e-mail',
  'letter.intro': '{person}, de {org}, souhaite envoyer des e-mails commerciaux en tant que {address}.',
  'letter.advice':
    'Si vous êtes au courant, confirmez que l’adresse peut être utilisée. Sinon, ne faites rien : sans vous, rien n’est envoyé en son nom.',
  'letter.validity':
    '{hours, plural, one {Le lien fonctionne pendant # heure.} many {Le lien fonctionne pendant # d’heures.} other {Le lien fonctionne ' +
    'pendant # heures.}}',
  'letter.link': 'Vérifier : {link}',
  'letter.button': 'Voir la demande',
};
