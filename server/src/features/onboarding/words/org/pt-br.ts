import type { Translated } from '../../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const PT_BR: Translated<typeof EN> = {
  'connect.title': 'Conecte sua organização do Salesforce',
  'connect.needs': 'Você precisa ser administrador do Salesforce, e o pacote MSI Actions deve estar instalado.',
  'connect.address':
    'Endereço da sua organização do Salesforce (somente para um sandbox ou se sua organização tem uma página de login própria)',
  'connect.help': 'No Salesforce, copie tudo o que aparece na barra de endereços do navegador.',
  'connect.button': 'Fazer login com o Salesforce',
  'connect.reads':
    'Perguntamos ao Salesforce quem você é e se é administrador, e nos conectamos com seu próprio acesso. Não alteramos nada na sua ' +
    'organização e nunca vemos sua senha.',
  'proof.again':
    'Para alterar isto, faça login novamente com o Salesforce como administrador. Depois você tem {minutes} minutos. Todos os ' +
    'administradores recebem um email sobre a alteração.',

  'origin.title': 'Confirme seu endereço do Lightning',
  'origin.what': 'É aqui que estão suas páginas de registro. O painel só funciona neste endereço.',
  'origin.current': 'Endereço atual: <strong>{address}</strong>',
  'origin.label': 'Endereço do Lightning de {org}',
  'origin.anyway': 'Usar este endereço mesmo assim',
  'origin.button': 'Confirmar',
  'origin.stops': 'Assim que você confirmar, o painel deixa de funcionar em qualquer outro endereço.',
  'origin.guessed':
    'Nós o deduzimos do seu Meu domínio. Compare-o com a barra de endereços de uma página de registro; você pode colar tudo aqui.',

  'orgDone.title': '{org}: organização conectada',
  'orgDone.first': 'Você é o primeiro administrador.',
  'orgDone.left': 'Faltam duas coisas a fazer no Salesforce:',
  'orgDone.server': 'Nas configurações do pacote, defina o endereço do servidor como <strong>{address}</strong>.',
  'orgDone.permissionSets':
    'Atribua o conjunto de permissões <strong>MSI Actions User</strong> aos seus vendedores e <strong>MSI Actions Admin</strong> a você.',
  'orgDone.invite': 'Depois, convide seus vendedores na guia Usuários do aplicativo MSI Actions.',
  'orgDone.checklist.button': 'Ver o que falta fazer',

  'goTo.ownMailbox.button': 'Configurar minha caixa de email',
  'goTo.certificates.button': 'Certificados',
  'goTo.origin.button': 'Endereço do Lightning',
  'goTo.checklist.button': 'Checklist',

  'certificates.first': 'Carregue seu certificado',
  'certificates.title': 'Certificados de {org}',
  'certificates.why':
    'Sua organização assina cada visita ao painel com um certificado. Para verificar a assinatura, precisamos da parte pública dele e ' +
    'nada mais.',
  'certificates.two':
    'Dois podem estar ativos ao mesmo tempo, para que você possa substituir um antes que expire. Um terceiro só substitui um que ' +
    'expirou ou nunca foi usado.',
  'certificates.ended': 'Não são mais confiáveis ({count})',
  'upload.heading': 'Carregar um certificado',
  'upload.open': 'Na Configuração do Salesforce, abra Gerenciamento de certificados e chaves.',
  'upload.create': 'Crie um certificado autoassinado com tamanho de chave de 2048 ou mais. O primeiro se chama <strong>MSI_Panel</strong>.',
  'upload.download': 'Baixe o certificado. O arquivo termina em .crt.',
  'upload.file': 'Arquivo do certificado (.crt ou .pem)',
  'upload.trustAgain': 'Voltar a confiar em um certificado revogado',
  'upload.button': 'Carregar certificado',
  'certificate.expired': 'Expirou em {day}. Substitua-o agora.',
  'certificate.expires':
    '{days, plural, one {Válido até {day}. Substitua-o em # dia.} many {Válido até {day}. Substitua-o em # de dias.} other {Válido até ' +
    '{day}. Substitua-o em # dias.}}',
  'certificate.valid': 'Válido até {day}',
  'certificate.fingerprint': 'Impressão digital SHA-256',
  'certificate.uploaded': 'Carregado',
  'certificate.used': 'Último uso',
  'certificate.neverUsed': 'Nunca',
  'certificate.by': '{when} por {person}',
  'certificate.revoked': 'Revogado',
  'certificate.replaced': 'Substituído',
  'certificate.revoke.button': 'Revogar',
  'certificate.revokeThis': 'Revogar o certificado {fingerprint}',

  'revocation.title': 'Revogar este certificado?',
  'revocation.refused': 'Tudo o que for assinado com ele é recusado imediatamente.',
  'revocation.used':
    'Último uso: {when}. Se sua organização ainda assina com ele, o painel deixa de funcionar para todos até que a configuração no ' +
    'Salesforce indique outro.',
  'revocation.panels':
    'Cada painel aberto faz login novamente por conta própria. Ninguém precisa digitar nada, e nada que espera para ser enviado se perde.',
  'revocation.told': 'Todos os administradores são avisados por email. Para voltar a confiar nele, alguém precisa carregá-lo outra vez.',
  'revocation.needed':
    'Ainda não pode ser revogado: nenhum outro certificado assinou recentemente uma visita da sua organização. Carregue um novo, ' +
    'indique-o na configuração no Salesforce e abra o painel uma vez.',
  'revocation.button': 'Revogar certificado',
  'revocation.keep.button': 'Manter',

  'checklist.title': 'Checklist de {org}',
  'checklist.left':
    '{count, plural, =0 {Tudo está feito.} one {Falta verificar # linha.} many {Falta verificar # de linhas.} other {Falta verificar # ' +
    'linhas.}}',
  'checklist.button': 'Verificar novamente',
  'checklist.listSeparator': ', ',
  'state.done': 'Feito',
  'state.to_do': 'A fazer',
  'state.unseen': 'Não é possível ver',
  'object.Lead': 'Lead',
  'object.Contact': 'Contato',
  'object.Account': 'Conta',
  'object.Opportunity': 'Oportunidade',
  'line.package': 'Pacote',
  'line.package.open': 'Abrir Status da implantação',
  'line.permissionSets': 'Conjuntos de permissões',
  'line.permissionSets.open': 'Abrir Conjuntos de permissões',
  'line.pages': 'Painel nas páginas de registro',
  'line.pages.open': 'Abrir Criador de aplicativo Lightning',
  'line.taskTypes': 'Tipos de tarefa',
  'line.taskTypes.open': 'Abrir os campos de Tarefa',
  'line.activityFields': 'Campos de atividade',
  'line.activityFields.open': 'Abrir os campos de Atividade',
  'line.firstRep': 'Primeira pessoa pronta para enviar',
  'line.firstRep.open': 'Abrir a guia Usuários',

  'found.package': 'O pacote está na sua organização.',
  'found.noPackage': 'Implante o pacote.',
  'found.noPermissionSets': 'Sua organização ainda não tem os conjuntos de permissões. Eles vêm com o pacote.',
  'found.permissionSets':
    'MSI Actions User: {users, plural, one {# pessoa} many {# de pessoas} other {# pessoas}}. MSI Actions Admin: {admins, plural, one ' +
    '{# pessoa} many {# de pessoas} other {# pessoas}}.',
  'found.unassigned':
    'MSI Actions User: {users, plural, one {# pessoa} many {# de pessoas} other {# pessoas}}. MSI Actions Admin: {admins, plural, one ' +
    '{# pessoa} many {# de pessoas} other {# pessoas}}. Atribua MSI Actions User aos seus vendedores e MSI Actions Admin a você.',
  'found.noPages': 'Nenhuma página tem ainda o painel para: {objects}.',
  'found.pages': 'O painel foi aberto nos quatro objetos.',
  'found.unopened': 'Não podemos ver qual página está ativa; verifique aqui. Ninguém abriu ainda o painel em: {objects}.',
  'found.typeUnseen': 'Seu usuário do Salesforce não pode definir o tipo de uma tarefa; verifique aqui.',
  'found.types': 'As tarefas podem ter os tipos Email, Call e Reply.',
  'found.missingTypes': 'Adicione estes valores ao campo Type: {types}.',
  'found.fields': 'Todos os {count} campos estão presentes.',
  'found.missingFields': 'Faltam estes campos: {fields}. Eles vêm com o pacote.',
  'found.ready':
    '{count, plural, one {Pronta para enviar: # pessoa.} many {Prontas para enviar: # de pessoas.} other {Prontas para enviar: # ' +
    'pessoas.}}',
  'found.nobodyReady': 'Ninguém conectou ainda o Salesforce e uma caixa de email. Convide seus vendedores.',
  'unseen.connection': 'Não podemos ver isto: sua conexão com o Salesforce terminou. Faça login novamente com o Salesforce.',
  'unseen.api': 'Não podemos ver isto: seu usuário do Salesforce não pode usar a API. Peça a permissão “API ativada”.',
  'unseen.permission': 'Não podemos ver isto: seu usuário do Salesforce não pode consultar isso. Verifique aqui.',
  'unseen.noAnswer': 'Não podemos ver isto: o Salesforce não respondeu. Verifique novamente em um minuto.',
};
