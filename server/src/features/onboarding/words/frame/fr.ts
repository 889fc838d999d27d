import type { Translated } from '../../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const FR: Translated<typeof EN> = {
  'frame.title': '{title} - MSI Actions',
  'frame.progress': 'Progression',
  'frame.passed': '{step}<hidden>, terminé</hidden>',
  'frame.back.button': 'Retour',
  'step.Salesforce': 'Salesforce',
  'step.Email': 'E-mail',
  'step.Consent': 'Accord',
  'step.Signature': 'Signature',
  'step.Done': 'Terminé',

  'leave.title': 'Redirection vers {where}',
  'leave.comeBack': 'Vous reviendrez ici quand vous aurez terminé.',
  'leave.button': 'Continuer vers {where}',

  'home.title': 'MSI Actions pour Salesforce',
  'home.what':
    'Voici le service derrière MSI Actions, le panneau qui envoie des e-mails commerciaux depuis les pistes, les contacts, les comptes ' +
    'et les opportunités.',
  'home.reps':
    'Il n’y a rien à faire ici. Si vous êtes commercial, ouvrez un enregistrement dans Salesforce ou utilisez le lien de votre e-mail ' +
    'de bienvenue.',
  'home.admins': 'Si vous êtes administrateur Salesforce, vous pouvez connecter votre organisation :',
  'home.connect.button': 'Connecter votre organisation',

  'heading.wrong_email': 'Les adresses ne correspondent pas',
  'heading.wrong_salesforce_org': 'C’est une autre organisation Salesforce',
  'heading.salesforce_access_denied': 'Aucune connexion',
  'heading.salesforce_app_blocked': 'Votre organisation ne le permet pas encore',
  'heading.salesforce_my_domain': 'Connectez-vous d’abord à votre organisation',
  'heading.wrong_salesforce_user': 'C’est un autre utilisateur Salesforce',
  'heading.address_in_use': 'L’adresse est utilisée ailleurs',
  'heading.in_other_instance': 'L’adresse est utilisée ailleurs',
  'heading.invitation_expired': 'Cette invitation a expiré',
  'heading.too_many_sign_ins': 'Trop de connexions à la fois',
  'heading.consent_expired': 'Cela a pris trop de temps',
  'heading.link_expired': 'Ce lien a expiré',
  'heading.link_used': 'Ce lien a déjà été utilisé',
  'heading.link_unknown': 'Ce lien n’est pas complet',
  'heading.not_invited': 'Pas encore d’invitation',
  'heading.org_unknown': 'Cette organisation n’est pas connectée',
  'heading.user_deactivated': 'Votre accès a pris fin',
  'heading.access_ending': 'Réessayez dans un instant',
  'heading.salesforce_admins_only': 'Réservé aux administrateurs',
  'heading.org_registered': 'Cette organisation est déjà connectée',
  'heading.page_out_of_date': 'Cette page n’est plus à jour',
  'heading.not_found': 'Page introuvable',
  'heading.other': 'Cela n’a pas fonctionné',
  'problem.otherUser':
    'Pour vous connecter sous un autre nom, déconnectez-vous d’abord de Salesforce dans un autre onglet. Tout ce que vous avez fait ' +
    'jusqu’ici est enregistré.',
  'problem.retry.button': 'Réessayer',
  'problem.continue.button': 'Reprendre la configuration',
  'problem.details': 'Détails',
  'problem.request': '{code}, demande {requestId}',
};
