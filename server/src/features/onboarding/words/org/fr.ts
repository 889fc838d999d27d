import type { Translated } from '../../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const FR: Translated<typeof EN> = {
  'connect.title': 'Connectez votre organisation Salesforce',
  'connect.needs': 'Vous devez être administrateur Salesforce, et le package MSI Actions doit être installé.',
  'connect.address':
    'Adresse de votre organisation Salesforce (seulement pour un sandbox, ou si votre organisation a sa propre page de connexion)',
  'connect.help': 'Dans Salesforce, copiez tout ce qui figure dans la barre d’adresse de votre navigateur.',
  'connect.button': 'Se connecter avec Salesforce',
  'connect.reads':
    'Nous demandons à Salesforce qui vous êtes et si vous êtes administrateur, et nous nous connectons avec votre propre accès. Nous ne ' +
    'modifions rien dans votre organisation et ne voyons jamais votre mot de passe.',
  'proof.again':
    'Pour modifier ceci, connectez-vous de nouveau avec Salesforce en tant qu’administrateur. Vous avez ensuite {minutes} minutes. ' +
    'Chaque administrateur reçoit un e-mail sur la modification.',

  'origin.title': 'Confirmez votre adresse Lightning',
  'origin.what': 'C’est là que se trouvent vos pages d’enregistrement. Le panneau ne fonctionne qu’à cette adresse.',
  'origin.current': 'Adresse actuelle : <strong>{address}</strong>',
  'origin.label': 'Adresse Lightning de {org}',
  'origin.anyway': 'Utiliser cette adresse malgré tout',
  'origin.button': 'Confirmer',
  'origin.stops': 'Dès que vous confirmez, le panneau cesse de fonctionner à toute autre adresse.',
  'origin.guessed':
    'Nous l’avons déduite de votre Mon domaine. Comparez-la avec la barre d’adresse d’une page d’enregistrement ; vous pouvez tout ' +
    'coller ici.',

  'orgDone.title': '{org} : organisation connectée',
  'orgDone.first': 'Vous êtes le premier administrateur.',
  'orgDone.left': 'Il reste deux choses à faire dans Salesforce :',
  'orgDone.server': 'Dans les paramètres du package, définissez l’adresse du serveur sur <strong>{address}</strong>.',
  'orgDone.permissionSets':
    'Attribuez l’ensemble d’autorisations <strong>MSI Actions User</strong> à vos commerciaux, et <strong>MSI Actions Admin</strong> à ' +
    'vous-même.',
  'orgDone.invite': 'Invitez ensuite vos commerciaux dans l’onglet Utilisateurs de l’application MSI Actions.',
  'orgDone.checklist.button': 'Voir ce qu’il reste à faire',

  'goTo.ownMailbox.button': 'Configurer ma boîte e-mail',
  'goTo.certificates.button': 'Certificats',
  'goTo.origin.button': 'Adresse Lightning',
  'goTo.checklist.button': 'Liste de configuration',

  'certificates.first': 'Chargez votre certificat',
  'certificates.title': 'Certificats de {org}',
  'certificates.why':
    'Votre organisation signe chaque visite du panneau avec un certificat. Pour vérifier la signature, il nous faut sa partie publique, ' +
    'et rien d’autre.',
  'certificates.two':
    'Deux certificats peuvent être actifs à la fois, pour que vous puissiez en remplacer un avant son expiration. Un troisième n’en ' +
    'remplace qu’un qui a expiré ou qui n’a jamais été utilisé.',
  'certificates.ended': 'Plus dignes de confiance ({count})',
  'upload.heading': 'Charger un certificat',
  'upload.open': 'Dans la Configuration de Salesforce, ouvrez Gestion des certificats et des clés.',
  'upload.create': 'Créez un certificat auto-signé, avec une clé de 2048 ou plus. Le premier s’appelle <strong>MSI_Panel</strong>.',
  'upload.download': 'Téléchargez le certificat. Le fichier se termine par .crt.',
  'upload.file': 'Fichier du certificat (.crt ou .pem)',
  'upload.trustAgain': 'Faire de nouveau confiance à un certificat révoqué',
  'upload.button': 'Charger le certificat',
  'certificate.expired': 'Expiré le {day}. Remplacez-le maintenant.',
  'certificate.expires':
    '{days, plural, one {Valide jusqu’au {day}. Remplacez-le sous # jour.} many {Valide jusqu’au {day}. Remplacez-le sous # de jours.} ' +
    'other {Valide jusqu’au {day}. Remplacez-le sous # jours.}}',
  'certificate.valid': 'Valide jusqu’au {day}',
  'certificate.fingerprint': 'Empreinte SHA-256',
  'certificate.uploaded': 'Chargé',
  'certificate.used': 'Dernière utilisation',
  'certificate.neverUsed': 'Jamais',
  'certificate.by': '{when} par {person}',
  'certificate.revoked': 'Révoqué',
  'certificate.replaced': 'Remplacé',
  'certificate.revoke.button': 'Révoquer',
  'certificate.revokeThis': 'Révoquer le certificat {fingerprint}',

  'revocation.title': 'Révoquer ce certificat ?',
  'revocation.refused': 'Tout ce qui est signé avec lui est aussitôt refusé.',
  'revocation.used':
    'Dernière utilisation : {when}. Si votre organisation signe encore avec lui, le panneau cesse de fonctionner pour tous jusqu’à ce ' +
    'que le paramètre dans Salesforce en nomme un autre.',
  'revocation.panels':
    'Chaque panneau ouvert se reconnecte de lui-même. Personne n’a rien à saisir, et rien de ce qui attend d’être envoyé n’est perdu.',
  'revocation.told':
    'Chaque administrateur en est informé par e-mail. Pour lui faire de nouveau confiance, quelqu’un doit le charger encore une fois.',
  'revocation.needed':
    'Il ne peut pas encore être révoqué : aucun autre certificat n’a signé récemment une visite de votre organisation. Chargez-en un ' +
    'nouveau, nommez-le dans le paramètre dans Salesforce, puis ouvrez une fois le panneau.',
  'revocation.button': 'Révoquer le certificat',
  'revocation.keep.button': 'Le garder',

  'checklist.title': 'Liste de configuration de {org}',
  'checklist.left':
    '{count, plural, =0 {Tout est fait.} one {# ligne reste à vérifier.} many {# de lignes restent à vérifier.} other {# lignes restent ' +
    'à vérifier.}}',
  'checklist.button': 'Vérifier de nouveau',
  'checklist.listSeparator': ', ',
  'state.done': 'Fait',
  'state.to_do': 'À faire',
  'state.unseen': 'Invisible',
  'object.Lead': 'Piste',
  'object.Contact': 'Contact',
  'object.Account': 'Compte',
  'object.Opportunity': 'Opportunité',
  'line.package': 'Package',
  'line.package.open': 'Ouvrir État du déploiement',
  'line.permissionSets': 'Ensembles d’autorisations',
  'line.permissionSets.open': 'Ouvrir Ensembles d’autorisations',
  'line.pages': 'Panneau sur les pages d’enregistrement',
  'line.pages.open': 'Ouvrir Générateur d’application Lightning',
  'line.taskTypes': 'Types de tâche',
  'line.taskTypes.open': 'Ouvrir les champs de Tâche',
  'line.activityFields': 'Champs d’activité',
  'line.activityFields.open': 'Ouvrir les champs d’Activité',
  'line.firstRep': 'Première personne prête à envoyer',
  'line.firstRep.open': 'Ouvrir l’onglet Utilisateurs',

  'found.package': 'Le package est dans votre organisation.',
  'found.noPackage': 'Déployez le package.',
  'found.noPermissionSets': 'Votre organisation n’a pas encore les ensembles d’autorisations. Ils viennent avec le package.',
  'found.permissionSets':
    'MSI Actions User : {users, plural, one {# personne} many {# de personnes} other {# personnes}}. MSI Actions Admin : {admins, ' +
    'plural, one {# personne} many {# de personnes} other {# personnes}}.',
  'found.unassigned':
    'MSI Actions User : {users, plural, one {# personne} many {# de personnes} other {# personnes}}. MSI Actions Admin : {admins, ' +
    'plural, one {# personne} many {# de personnes} other {# personnes}}. Attribuez MSI Actions User à vos commerciaux, et MSI Actions ' +
    'Admin à vous-même.',
  'found.noPages': 'Aucune page n’a encore le panneau pour : {objects}.',
  'found.pages': 'Le panneau a été ouvert sur les quatre objets.',
  'found.unopened':
    'Nous ne pouvons pas voir quelle page est active ; vérifiez-le ici. Personne n’a encore ouvert le panneau sur : {objects}.',
  'found.typeUnseen': 'Votre utilisateur Salesforce ne peut pas définir le type d’une tâche ; vérifiez-le ici.',
  'found.types': 'Les tâches peuvent avoir les types Email, Call et Reply.',
  'found.missingTypes': 'Ajoutez ces valeurs au champ Type : {types}.',
  'found.fields': 'Les {count} champs sont présents.',
  'found.missingFields': 'Ces champs manquent : {fields}. Ils viennent avec le package.',
  'found.ready':
    '{count, plural, one {Prête à envoyer : # personne.} many {Prêtes à envoyer : # de personnes.} other {Prêtes à envoyer : # ' +
    'personnes.}}',
  'found.nobodyReady': 'Personne n’a encore connecté Salesforce et une boîte e-mail. Invitez vos commerciaux.',
  'unseen.connection': 'Nous ne pouvons pas le voir : votre connexion à Salesforce a pris fin. Connectez-vous de nouveau avec Salesforce.',
  'unseen.api':
    'Nous ne pouvons pas le voir : votre utilisateur Salesforce ne peut pas utiliser l’API. Demandez l’autorisation « API activée ».',
  'unseen.permission': 'Nous ne pouvons pas le voir : votre utilisateur Salesforce n’a pas le droit de le consulter. Vérifiez-le ici.',
  'unseen.noAnswer': 'Nous ne pouvons pas le voir : Salesforce n’a pas répondu. Vérifiez de nouveau dans une minute.',
};
