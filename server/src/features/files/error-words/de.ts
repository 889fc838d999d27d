import type { EN } from './en.ts';

export const DE: Record<keyof typeof EN, string> = {
  'email.fileTooLarge':
    'Diese Datei hat {size, number} MB, und eine Datei darf {limit, number} MB haben. Legen Sie sie dort ab, wo man sie herunterladen ' +
    'kann, und senden Sie den Link.',
  uploadEnded: 'Dieses Hochladen hat zu lange gedauert. Wählen Sie die Datei erneut aus.',
  fileEmpty: 'Diese Datei ist leer.',
  'email.endingRefused':
    'E-Mail-Anbieter nehmen keine Dateien an, die auf {ending} enden, weil solche Dateien Viren enthalten können. Legen Sie sie dort ab, ' +
    'wo man sie herunterladen kann, und senden Sie den Link.',
  'email.programRefused':
    'Diese Datei ist ein Programm, was auch immer ihr Name sagt. E-Mail-Anbieter nehmen keine Programme an, weil sie Viren enthalten ' +
    'können.',
  'email.fileDay':
    'Sie haben an einem Tag {limit, number} MB an Dateien angehängt, mehr ist nicht möglich. Hängen Sie diese Datei später an.',
  'content.fileTooLarge':
    'Diese Datei hat {size, number} MB, und eine Datei darf {limit, number} MB haben. Machen Sie sie kleiner, zum Beispiel mit kleineren ' +
    'Bildern.',
  'content.endingRefused': 'Dateien, die auf {ending} enden, können Viren enthalten. Sie können deshalb keine Inhalte sein.',
  'content.programRefused':
    'Diese Datei ist ein Programm, was auch immer ihr Name sagt. Programme können Viren enthalten und deshalb keine Inhalte sein.',
  'content.fileDay':
    'Sie haben an einem Tag {limit, number} MB an Dateien hochgeladen, mehr ist nicht möglich. Laden Sie diese Datei später hoch.',
  filesTooLarge:
    'Die Dateien dieser E-Mail haben zusammen {size, number} MB, und es passen {limit, number} MB. Nehmen Sie eine heraus oder senden ' +
    'Sie einen Link dazu.',
  filesTooLargeForOutlook:
    'Die Dateien dieser E-Mail haben zusammen {size, number} MB, und es passen {limit, number} MB: MSI Actions darf aus Ihrem ' +
    'Outlook-Postfach senden, dort aber keine Entwürfe anlegen. Nehmen Sie eine heraus oder senden Sie einen Link dazu.',
};
