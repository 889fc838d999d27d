import type { EN } from './en.ts';

export const PT_BR: Record<keyof typeof EN, string> = {
  'email.fileTooLarge':
    'Este arquivo tem {size, number} MB, e um arquivo pode ter {limit, number} MB. Coloque-o onde possa ser baixado e envie o link.',
  uploadEnded: 'O upload demorou demais. Escolha o arquivo novamente.',
  fileEmpty: 'Este arquivo está vazio.',
  'email.endingRefused':
    'Os provedores de e-mail não aceitam arquivos que terminam em {ending}, porque podem conter vírus. Coloque-o onde possa ser baixado ' +
    'e envie o link.',
  'email.programRefused':
    'Este arquivo é um programa, seja qual for o nome. Os provedores de e-mail não aceitam programas, porque podem conter vírus.',
  'email.fileDay': 'Você anexou {limit, number} MB de arquivos em um dia, que é o máximo. Anexe este mais tarde.',
  'content.fileTooLarge':
    'Este arquivo tem {size, number} MB, e um arquivo pode ter {limit, number} MB. Reduza-o, por exemplo com imagens menores.',
  'content.endingRefused': 'Arquivos que terminam em {ending} podem conter vírus e, por isso, não podem ser conteúdo.',
  'content.programRefused':
    'Este arquivo é um programa, seja qual for o nome. Programas podem conter vírus e, por isso, não podem ser conteúdo.',
  'content.fileDay': 'Você carregou {limit, number} MB de arquivos em um dia, que é o máximo. Carregue este mais tarde.',
  filesTooLarge: 'Os arquivos deste e-mail têm {size, number} MB juntos, e cabem {limit, number} MB. Retire um ou envie um link para ele.',
  filesTooLargeForOutlook:
    'Os arquivos deste e-mail têm {size, number} MB juntos, e cabem {limit, number} MB: o MSI Actions pode enviar da sua caixa do ' +
    'Outlook, mas não preparar rascunhos nela. Retire um ou envie um link para ele.',
};
