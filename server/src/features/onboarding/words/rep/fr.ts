import type { Translated } from '../../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const FR: Translated<typeof EN> = {
  'activate.title': 'Activez votre compte',
  'activate.again': 'Bon retour',
  'activate.org': '{org} utilise MSI Actions pour envoyer des e-mails commerciaux depuis Salesforce.',
  'activate.account': 'Votre compte est <strong>{address}</strong>.',
  'activate.button': 'Activer avec Salesforce',
  'activate.next':
    'Ensuite, Salesforce vous demande d’autoriser MSI Actions. Nous recherchons les personnes avec qui vous travaillez et consignons ' +
    'vos e-mails et vos tâches, sans jamais pouvoir faire plus que vous. Nous ne modifions rien d’autre et ne voyons jamais votre mot ' +
    'de passe Salesforce.',
  'signIn.button': 'Continuer avec Salesforce',

  'spent.title': 'Ce lien ne fonctionne plus',
  'spent.why': 'Il a déjà été utilisé, ou vous en avez reçu un plus récent.',
  'spent.signIn': 'Si ce compte est le vôtre, connectez-vous avec Salesforce pour reprendre là où vous en étiez.',
  'spent.tell': 'Si vous n’avez pas utilisé ce lien vous-même, prévenez votre administrateur.',

  'resume.title': 'Reprenez là où vous en étiez',
  'resume.signIn':
    'Connectez-vous avec Salesforce pour reprendre votre configuration. Tout ce que vous avez fait jusqu’ici est enregistré.',
  'resume.invitation': 'Pas encore d’invitation ? Demandez-en une à votre administrateur MSI Actions.',

  'continue.title': 'Continuer',
  'continue.from': 'Vous venez de Salesforce.',
  'continue.setup.button': 'Continuer la configuration',

  'apiAccess.title': 'Il manque une autorisation',
  'apiAccess.missing': 'Votre utilisateur Salesforce n’a pas l’autorisation <strong>API activée</strong>.',
  'apiAccess.effect':
    'Votre compte reste actif. Sans cette autorisation, MSI Actions ne peut pas rechercher les personnes à qui vous écrivez ni ' +
    'consigner vos e-mails.',
  'apiAccess.ask': 'Demandez à votre administrateur Salesforce l’une de ces deux actions :',
  'apiAccess.profile': 'cocher <strong>API activée</strong> dans votre profil, sous Autorisations administratives, ou',
  'apiAccess.permissionSet': 'vous attribuer un ensemble d’autorisations qui contient <strong>API activée</strong>.',
  'apiAccess.button': 'Vérifier de nouveau',
  'apiAccess.later': 'Connexion sous {address}. Vous pouvez fermer cette fenêtre et revenir plus tard depuis le panneau dans Salesforce.',

  'welcome.title': 'Bienvenue, {name}',
  'welcome.connected': 'Salesforce est connecté.',
  'welcome.steps':
    'Encore trois courtes étapes : choisissez votre boîte e-mail, autorisez MSI Actions à envoyer depuis celle-ci et ajoutez votre ' +
    'signature.',
  'welcome.button': 'Commencer',

  'intro.title': 'Comment cela fonctionne',
  'intro.sending':
    'Vous écrivez aux pistes et aux contacts directement depuis leur enregistrement dans Salesforce. Chaque e-mail part de votre propre ' +
    'boîte e-mail, en votre nom, et les réponses vous reviennent directement.',
  'intro.logging': 'Chaque e-mail est consigné dans Salesforce comme une tâche, afin que votre équipe puisse le voir.',
  'next.button': 'Suivant',

  'mailbox.title': 'Quelle boîte e-mail utilisez-vous ?',
  'mailbox.provider': 'Votre fournisseur de messagerie',
  'mailbox.signIn':
    'Ensuite, vous vous connectez à votre boîte e-mail en tant que {address}. Nous ne voyons jamais votre mot de passe. Votre ' +
    'administrateur a choisi ce que nous demandons :',
  'mailbox.connected': '{address} : connecté.',
  'mailbox.keep': 'Garder {address}',
  'mailbox.instead': 'Ou connectez une autre boîte e-mail à la place :',
  'tier.send': 'l’autorisation d’envoyer, et rien d’autre. Nous ne lisons rien dans votre boîte e-mail.',
  'tier.headers':
    'l’autorisation d’envoyer et de voir qui a répondu. Nous lisons qui a écrit à qui et quand, et pourquoi l’un de vos e-mails est ' +
    'revenu. Nous ne lisons jamais ce que les gens écrivent.',
  'tier.bodies':
    'l’autorisation d’envoyer et de lire les e-mails. Nous lisons les rapports de non-remise et les réponses automatiques à vos e-mails ' +
    'commerciaux, et une réponse lorsque vous y répondez depuis Salesforce. Nous ne gardons rien d’autre de votre boîte e-mail.',
  'tier.of': '{vendor} : {tier}',

  'confirm.title': 'Est-ce la bonne boîte e-mail ?',
  'confirm.addresses':
    'Boîte e-mail de cette connexion : <strong>{address}</strong>. Votre compte MSI Actions : <strong>{userAddress}</strong>.',
  'confirm.effect': 'Si vous la connectez, vos e-mails commerciaux partent de {address} et les réponses y arrivent.',
  'confirm.yes': 'Connecter {address}',
  'confirm.no.button': 'Choisir une autre boîte e-mail',

  'connected.title': 'Votre boîte e-mail est connectée',
  'connected.address': 'Vos e-mails commerciaux partiront de <strong>{address}</strong>.',
  'connected.close': 'Vous pouvez fermer cette fenêtre et continuer dans Salesforce.',
  'connected.button': 'Continuer',
  'connected.endsByItself':
    'Google mettra fin à cette connexion le {day}, car l’application y est encore en test. Vous devrez alors reconnecter. Prévenez ' +
    'votre administrateur : cela cesse dès que l’application est publiée chez Google.',

  'finish.title': 'Tout est prêt',
  'finish.salesforce': 'Salesforce',
  'finish.person': '{name}, {org}',
  'finish.mailbox': 'Boîte e-mail',
  'finish.noMailbox': 'Pas encore connectée',
  'finish.button': 'Terminer',

  'tour.offer': 'Envie d’une courte visite ?',
  'tour.what': 'Trois courtes pages vous présentent le panneau dans Salesforce.',
  'tour.start.button': 'Démarrer la visite',
  'tour.skip.button': 'Pas maintenant',
  'tour.1.title': 'Le panneau',
  'tour.1.text':
    'Ouvrez une piste, un contact, un compte ou une opportunité. Le panneau MSI Actions est sur la page, avec un bouton pour ce que ' +
    'vous faites le plus : Envoyer un e-mail commercial.',
  'tour.1.picture': 'Le panneau sur une piste : le bouton « Envoyer un e-mail commercial » et le menu avec toutes les actions',
  'tour.2.title': 'Après avoir cliqué sur Envoyer',
  'tour.2.text':
    'La fenêtre se ferme aussitôt, et vous avez quelques secondes pour annuler. Ensuite, une ligne du panneau indique où en est votre ' +
    'e-mail.',
  'tour.2.picture': 'Une ligne du panneau avec un e-mail qui part dans un instant, et le bouton « Annuler »',
  'tour.3.title': 'Rien ne se perd',
  'tour.3.text':
    'Ouvrez une ligne pour voir ce qui s’est passé. Si votre boîte e-mail ne répond pas, la ligne l’indique et vous décidez : « ' +
    'Vérifier de nouveau », « Marquer comme envoyé » ou « Renvoyer ».',
  'tour.3.picture': 'Une ligne ouverte : l’e-mail et ce qui lui est arrivé',
  'tour.page': 'Page {number} sur {pages}',
  'tour.done.button': 'Terminé',

  'exit.title': 'À vous de vendre',
  'exit.ready': 'MSI Actions est configuré. Ouvrez une piste ou un contact dans Salesforce pour envoyer votre premier e-mail.',
  'exit.readyFor':
    'MSI Actions est configuré pour <strong>{address}</strong>. Ouvrez une piste ou un contact dans Salesforce pour envoyer votre ' +
    'premier e-mail.',
  'exit.open.button': 'Ouvrir MSI Actions',
  'exit.launch.button': 'Lancer Salesforce',

  'identity.title': 'Autoriser l’envoi depuis cette adresse ?',
  'identity.question':
    '<strong>{person}</strong>, de {org}, souhaite envoyer des e-mails commerciaux en tant que <strong>{address}</strong>.',
  'identity.button': 'Oui, autoriser',
  'identity.ifNot': 'Si vous n’êtes pas au courant, fermez cette page. Rien n’est envoyé depuis cette adresse sans votre autorisation.',
  'identity.verified': 'L’adresse est vérifiée',
  'identity.usable':
    'Des e-mails commerciaux peuvent maintenant être envoyés en tant que <strong>{address}</strong>. Vous pouvez fermer cette page.',

  'adminConsent.given': 'Autorisé pour tous',
  'adminConsent.everyone': 'Toute votre organisation peut maintenant utiliser MSI Actions avec Outlook.',
  'adminConsent.carryOn':
    'Vos commerciaux peuvent connecter leur boîte e-mail sans demander d’approbation. Vous pouvez fermer cette fenêtre et continuer ' +
    'dans Salesforce.',
  'adminConsent.refused': 'Rien n’a changé',
  'adminConsent.notGiven': 'L’autorisation pour votre organisation n’a pas été donnée.',
  'adminConsent.startAgain':
    'Seul un administrateur Microsoft peut la donner. Fermez cette fenêtre et recommencez depuis les paramètres dans Salesforce.',
};
