import type { EN } from './en.ts';

export const PT_BR: Record<keyof typeof EN, string> = {
  fileTooLarge:
    'Este arquivo tem {size, number} MB, e um arquivo pode ter {limit, number} MB. Coloque-o onde possa ser baixado e envie o link.',
  uploadEnded: 'Este caminho para o arquivo está fechado. Anexe o arquivo novamente.',
  fileEmpty: 'Este arquivo está vazio.',
  endingRefused:
    'Os provedores de e-mail não aceitam arquivos que terminam em {ending}, porque podem conter vírus. Coloque-o onde possa ser baixado ' +
    'e envie o link.',
  programRefused:
    'Este arquivo é um programa, seja qual for o nome. Os provedores de e-mail não aceitam programas, porque podem conter vírus.',
  fileDay: 'Você anexou {limit, number} MB de arquivos em um dia, que é o máximo. Anexe este mais tarde.',
  filesTooLarge: 'Os arquivos deste e-mail têm {size, number} MB juntos, e cabem {limit, number} MB. Retire um ou envie um link para ele.',
  filesTooLargeForOutlook:
    'Os arquivos deste e-mail têm {size, number} MB juntos, e cabem {limit, number} MB: o MSI Actions pode enviar da sua caixa do ' +
    'Outlook, mas não preparar rascunhos nela. Retire um ou envie um link para ele.',
};
