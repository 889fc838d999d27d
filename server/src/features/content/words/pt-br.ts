import type { Translated } from '../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const PT_BR: Translated<typeof EN> = {
  'frame.title': '{name} - {company}',
  'page.sender': 'Enviado por {sender}',
  'page.tools': 'Páginas e download',
  'page.pages': 'Páginas: {count, number}',
  'page.place': 'Página {page, number} de {count, number}',
  'page.previous.button': 'Anterior',
  'page.next.button': 'Próxima',
  'page.download.button': 'Baixar',
  'page.first': 'Estas são as primeiras {shown, number} de {count, number} páginas. Baixe o arquivo para ver todas.',
  'page.preparing': 'As páginas estão sendo preparadas. Olhe de novo daqui a pouco ou baixe o arquivo agora.',
  'page.again.button': 'Olhar de novo',
  'page.downloadOnly': 'Este arquivo não é exibido aqui. Baixe-o para vê-lo.',
  'page.locked': 'Este arquivo tem uma senha e por isso não é exibido aqui. Baixe-o e abra-o com a senha.',
  'telling.tells': '{sender} fica sabendo quando você abre isto, quais páginas olha e se faz o download.',
  'telling.stop.button': 'Não informar',
  'telling.quiet': '{sender} não fica sabendo do que você faz aqui, como você escolheu neste navegador.',
  'telling.start.button': 'Informar de novo',
  'telling.browser': 'Seu navegador pede para não ser rastreado, por isso {sender} não fica sabendo do que você faz aqui.',
  'telling.own': 'Você usou este navegador como membro de {company}, por isso o que faz aqui não é contado.',
  'telling.look':
    'É assim que os destinatários veem. O que você faz aqui não é contado, nem os arquivos de emails de {company} que abrir neste ' +
    'navegador a partir de agora.',
  'gone.title': 'Este arquivo não está aqui',
  'gone.text': 'Ele foi removido ou o link não está completo. Pergunte a quem o enviou.',
  'trouble.title': 'Não deu certo',
  'trouble.text': 'Tente de novo em alguns minutos.',
};
