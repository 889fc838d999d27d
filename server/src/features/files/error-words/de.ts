import type { EN } from './en.ts';

export const DE: Record<keyof typeof EN, string> = {
  fileTooLarge:
    'Diese Datei hat {size, number} MB, und eine Datei darf {limit, number} MB haben. Legen Sie sie dort ab, wo man sie herunterladen ' +
    'kann, und senden Sie den Link.',
  uploadEnded: 'Dieser Weg für die Datei ist geschlossen. Hängen Sie die Datei erneut an.',
  fileEmpty: 'Diese Datei ist leer.',
  endingRefused:
    'E-Mail-Anbieter nehmen keine Dateien an, die auf {ending} enden, weil solche Dateien Viren enthalten können. Legen Sie sie dort ab, ' +
    'wo man sie herunterladen kann, und senden Sie den Link.',
  programRefused:
    'Diese Datei ist ein Programm, was auch immer ihr Name sagt. E-Mail-Anbieter nehmen keine Programme an, weil sie Viren enthalten ' +
    'können.',
  fileDay: 'Sie haben an einem Tag {limit, number} MB an Dateien angehängt, mehr ist nicht möglich. Hängen Sie diese Datei später an.',
  filesTooLarge:
    'Die Dateien dieser E-Mail haben zusammen {size, number} MB, und es passen {limit, number} MB. Nehmen Sie eine heraus oder senden ' +
    'Sie einen Link dazu.',
  filesTooLargeForOutlook:
    'Die Dateien dieser E-Mail haben zusammen {size, number} MB, und es passen {limit, number} MB: MSI Actions darf aus Ihrem ' +
    'Outlook-Postfach senden, dort aber keine Entwürfe anlegen. Nehmen Sie eine heraus oder senden Sie einen Link dazu.',
};
