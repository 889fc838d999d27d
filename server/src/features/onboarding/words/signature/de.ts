export const DE = {
  'signature.title': 'Signatur hinzufügen',
  'signature.label': 'Signatur',
  'signature.help': 'Sie steht unter jeder neuen E-Mail. Später können Sie sie in <profile>Ihrem Profil</profile> ändern.',
  'signature.kept':
    'Diese Signatur hat Formatierungen oder Bilder, die hier nicht zu sehen sind. Sie bleiben erhalten, solange Sie nichts ändern.',
  'signature.save.button': 'Speichern',
  'signature.skip.button': 'Überspringen',
  'signature.useGmail.button': 'Signatur aus Gmail verwenden',
  'signature.imported': 'Das ist Ihre Signatur aus Gmail. Speichern Sie, um sie zu verwenden.',
  'signature.noGmailSignature': 'In Gmail gibt es keine Signatur für diese Adresse. Schreiben Sie hier eine.',
  'signature.gmailSilent':
    'Gmail gibt Ihre Signatur im Moment nicht heraus. Versuchen Sie es in einer Minute erneut, oder schreiben Sie hier eine.',
  'signature.formatting': 'Formatierung',
  'signature.bold': 'Fett',
  'signature.italic': 'Kursiv',
  'signature.link': 'Link',
  'signature.bullets': 'Aufzählung',
  'signature.numbers': 'Nummerierte Liste',
  'signature.linkAddress': 'Adresse des Links',
  'signature.addLink.button': 'Link hinzufügen',
  'signature.removeLink.button': 'Link entfernen',
};
