import type { Translated } from '../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const FR: Translated<typeof EN> = {
  'fact.org': 'Organisation',
  'fact.by': 'Par',
  'fact.from': 'Depuis',
  'fact.when': 'Quand',
  'fact.unknown': 'inconnu',
  'fact.line': '{name} : {value}',
  'letter.opening': '{heading}.',
  'letter.link': 'Certificats : {link}',
  'letter.button': 'Voir les certificats',

  'certificate_uploaded.subject': 'Un certificat a été ajouté pour {org}',
  'certificate_uploaded.heading': 'Un certificat a été ajouté',
  'certificate_uploaded.about': 'Empreinte SHA-256',
  'certificate_uploaded.effect':
    'Désormais, quiconque détient la clé de ce certificat peut connecter des personnes de votre organisation à MSI Actions.',
  'certificate_uploaded.advice':
    'Si personne de votre société ne l’a fait, révoquez aussitôt le certificat et vérifiez dans Salesforce qui a des droits ' +
    'd’administrateur.',

  'certificate_revoked.subject': 'Un certificat de {org} a été révoqué',
  'certificate_revoked.heading': 'Un certificat a été révoqué',
  'certificate_revoked.about': 'Empreinte SHA-256',
  'certificate_revoked.effect':
    'MSI Actions refuse tout ce qui est signé avec lui. Tous les panneaux ont été déconnectés et se reconnectent d’eux-mêmes.',
  'certificate_revoked.advice':
    'Si personne de votre société ne l’a fait, examinez les certificats et vérifiez dans Salesforce qui a des droits d’administrateur.',

  'lightning_origin_changed.subject': 'L’adresse Lightning de {org} a été modifiée',
  'lightning_origin_changed.heading': 'L’adresse Lightning a été modifiée',
  'lightning_origin_changed.about': 'Nouvelle adresse',
  'lightning_origin_changed.effect':
    'MSI Actions ne répond plus qu’aux navigateurs à cette adresse. Les panneaux à une autre adresse cessent de fonctionner.',
  'lightning_origin_changed.advice':
    'Si personne de votre société ne l’a fait, rétablissez-la et vérifiez dans Salesforce qui a des droits d’administrateur.',
};
