export const FR = {
  title: 'Ajoutez votre signature',
  label: 'Signature',
  help: 'Elle est ajoutée sous chaque nouvel e-mail. Vous pourrez la modifier plus tard dans <profile>votre profil</profile>.',
  kept:
    'Cette signature contient une mise en forme ou des images qui ne s’affichent pas ici. ' +
    'Ce qui ne s’affiche pas est conservé tant que vous ne modifiez rien.',
  save: 'Enregistrer',
  skip: 'Ignorer',
  useGmail: 'Utiliser votre signature Gmail',
  imported: 'Voici votre signature Gmail. Enregistrez-la pour l’utiliser.',
  noGmailSignature: 'Gmail n’a pas de signature pour cette adresse. Écrivez-en une ici.',
  gmailSilent: 'Gmail ne donne pas votre signature pour le moment. Réessayez dans une minute ou écrivez-en une ici.',
  formatting: 'Mise en forme',
  bold: 'Gras',
  italic: 'Italique',
  link: 'Lien',
  bullets: 'Liste à puces',
  numbers: 'Liste numérotée',
  linkAddress: 'Adresse du lien',
  addLink: 'Ajouter le lien',
  removeLink: 'Supprimer le lien',
};
