export const FR = {
  'signature.title': 'Ajoutez votre signature',
  'signature.label': 'Signature',
  'signature.help': 'Elle est ajoutée sous chaque nouvel e-mail. Vous pourrez la modifier plus tard dans <profile>votre profil</profile>.',
  'signature.kept':
    'Cette signature contient une mise en forme ou des images qui ne s’affichent pas ici. ' +
    'Ce qui ne s’affiche pas est conservé tant que vous ne modifiez rien.',
  'signature.save.button': 'Enregistrer',
  'signature.skip.button': 'Ignorer',
  'signature.useGmail.button': 'Utiliser votre signature Gmail',
  'signature.imported': 'Voici votre signature Gmail. Enregistrez-la pour l’utiliser.',
  'signature.noGmailSignature': 'Gmail n’a pas de signature pour cette adresse. Écrivez-en une ici.',
  'signature.gmailSilent': 'Gmail ne donne pas votre signature pour le moment. Réessayez dans une minute ou écrivez-en une ici.',
  'signature.formatting': 'Mise en forme',
  'signature.bold': 'Gras',
  'signature.italic': 'Italique',
  'signature.link': 'Lien',
  'signature.bullets': 'Liste à puces',
  'signature.numbers': 'Liste numérotée',
  'signature.linkAddress': 'Adresse du lien',
  'signature.addLink.button': 'Ajouter le lien',
  'signature.removeLink.button': 'Supprimer le lien',
};
