import type { EN } from './en.ts';

export const FR: Record<keyof typeof EN, string> = {
  notInvited: 'Il n’y a pas encore d’invitation pour {address}. Demandez-en une à votre administrateur.',
  orgUnknown: 'Cette organisation Salesforce n’est pas connectée à MSI Actions. Demandez à votre administrateur.',
  wrongEmail:
    'Votre adresse Salesforce est {own}, l’invitation a été envoyée à {invited}. Demandez à votre administrateur une invitation à la ' +
    'première, ou connectez-vous à Salesforce avec la seconde.',
  alreadyLinked:
    'Votre utilisateur Salesforce appartient déjà à l’accès {address}. Demandez à votre administrateur de mettre fin à l’un des deux.',
  signInLinkExpired: 'Ce lien fonctionnait pendant 15 minutes. Revenez au panneau dans Salesforce et cliquez de nouveau sur le bouton.',
  panelLinkExpired:
    'Ce lien ne fonctionnait que pendant une minute. Revenez au panneau dans Salesforce et cliquez de nouveau sur le bouton.',
  linkUsed: 'Ce lien ne fonctionne qu’une fois. Revenez au panneau dans Salesforce et cliquez de nouveau sur le bouton.',
  pageUnknown: 'Cette page n’existe pas. Ouvrez le lien de votre e-mail, ou le panneau dans Salesforce.',
  otherOrgForSettings:
    'Votre session est ouverte dans une autre organisation Salesforce. Connectez-vous à l’organisation dont vous voulez changer les ' +
    'paramètres, puis réessayez.',
  notAnOrgAddress:
    'Ce n’est pas l’adresse d’une organisation Salesforce. Copiez-la depuis la barre d’adresse lorsque vous êtes dans Salesforce, ou ' +
    'laissez le champ vide.',
};
