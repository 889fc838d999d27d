import type { EN } from './en.ts';

export const PT_BR: Record<keyof typeof EN, string> = {
  accessEnded: 'O administrador encerrou seu acesso ao MSI Actions. Peça a ele que o devolva.',
  addressInUse:
    'O endereço {address} está em uso para o MSI Actions em outra organização. Um endereço só pode estar em uma organização por vez. ' +
    'Peça ao administrador dessa organização que encerre seu acesso lá e tente novamente.',
  noSeatLeft: 'Todas as licenças ({count, plural, one {#} many {#} other {#}}) estão em uso. Desative alguém primeiro.',
  lastAdmin: 'O último administrador não pode ser desativado.',
  addressTaken: 'Outro usuário desta lista tem o endereço {address} ou um convite para ele. Desative primeiro esse usuário.',
  salesforceUserUnknown: 'Não se sabe mais qual usuário do Salesforce tinha o endereço {address}. Convide o endereço para começar de novo.',
  csvEmpty: 'Este arquivo está vazio.',
  csvNoRows: 'Este arquivo tem cabeçalhos, mas nenhuma linha.',
  csvTooManyRows:
    'Este arquivo tem mais de {count, plural, one {# linha} many {# de linhas} other {# linhas}}. Coloque as pessoas que quer convidar ' +
    'em um arquivo separado.',
  csvUnreadable: 'Este arquivo não pode ser lido como CSV. Salve-o como CSV (UTF-8) e tente novamente.',
  csvUnreadableLine: 'Este arquivo não pode ser lido como CSV: veja a linha {line}. Salve-o como CSV (UTF-8) e tente novamente.',
  tokenUnknown: 'Nada se conhece para {token}. Podem ser usados: {known}.',
  letterEmpty: 'O email precisa de um texto.',
};
