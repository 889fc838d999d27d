import type { Translated } from '../../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const PT_BR: Translated<typeof EN> = {
  'activate.title': 'Ative sua conta',
  'activate.again': 'Que bom ver você de novo',
  'activate.org': '{org} usa o MSI Actions para enviar emails de vendas de dentro do Salesforce.',
  'activate.account': 'Sua conta é <strong>{address}</strong>.',
  'activate.button': 'Ativar conta com o Salesforce',
  'activate.next':
    'Em seguida, o Salesforce pede que você permita o MSI Actions. Buscamos as pessoas com quem você trabalha e registramos seus emails ' +
    'e tarefas, e nunca podemos fazer mais do que você pode. Não alteramos mais nada e nunca vemos sua senha do Salesforce.',
  'signIn.button': 'Continuar com o Salesforce',

  'spent.title': 'Este link não funciona mais',
  'spent.why': 'Ele já foi usado, ou você recebeu um mais recente.',
  'spent.signIn': 'Se esta conta é sua, faça login com o Salesforce para continuar de onde parou.',
  'spent.tell': 'Se não foi você que usou este link, avise o administrador.',

  'resume.title': 'Continue de onde parou',
  'resume.signIn': 'Faça login com o Salesforce para continuar sua configuração. Tudo o que você fez até agora está salvo.',
  'resume.invitation': 'Ainda sem convite? Peça um ao administrador do MSI Actions.',

  'continue.title': 'Continuar',
  'continue.from': 'Você veio do Salesforce.',
  'continue.setup.button': 'Continuar para a configuração',

  'apiAccess.title': 'Falta uma permissão',
  'apiAccess.missing': 'Seu usuário do Salesforce não tem a permissão <strong>API ativada</strong>.',
  'apiAccess.effect':
    'Sua conta continua ativa. Sem esta permissão, o MSI Actions não pode buscar as pessoas para quem você escreve nem registrar seus ' +
    'emails.',
  'apiAccess.ask': 'Peça ao administrador do Salesforce uma destas ações:',
  'apiAccess.profile': 'marcar <strong>API ativada</strong> no seu perfil, em Permissões administrativas, ou',
  'apiAccess.permissionSet': 'atribuir a você um conjunto de permissões que tenha <strong>API ativada</strong>.',
  'apiAccess.button': 'Verificar novamente',
  'apiAccess.later': 'Você entrou como {address}. Pode fechar esta janela e voltar mais tarde pelo painel no Salesforce.',

  'welcome.title': 'Boas-vindas, {name}',
  'welcome.connected': 'O Salesforce está conectado.',
  'welcome.steps':
    'Faltam três passos curtos: escolha sua caixa de email, permita que o MSI Actions envie por ela e adicione sua assinatura.',
  'welcome.button': 'Começar',

  'intro.title': 'Como funciona',
  'intro.sending':
    'Você escreve para leads e contatos diretamente do registro deles no Salesforce. Cada email é enviado da sua própria caixa de ' +
    'email, em seu nome, e as respostas chegam diretamente a você.',
  'intro.logging': 'Cada email é registrado no Salesforce como uma tarefa, para que sua equipe possa vê-lo.',
  'next.button': 'Avançar',

  'mailbox.title': 'Qual caixa de email você usa?',
  'mailbox.provider': 'Seu provedor de email',
  'mailbox.signIn':
    'Em seguida, você entra na sua caixa de email como {address}. Nunca vemos sua senha. O administrador escolheu o que pedimos:',
  'mailbox.connected': '{address} está com a conexão ativa.',
  'mailbox.keep': 'Manter {address}',
  'mailbox.instead': 'Ou conecte outra caixa de email:',
  'tier.send': 'permissão para enviar e nada mais. Não lemos nada na sua caixa de email.',
  'tier.headers':
    'permissão para enviar e para ver quem respondeu. Lemos quem escreveu para quem e quando, e por que um email seu voltou. Nunca ' +
    'lemos o que as pessoas escrevem.',
  'tier.bodies':
    'permissão para enviar e para ler emails. Lemos os relatórios de devolução e as respostas automáticas aos seus emails de vendas, e ' +
    'uma resposta quando você a responde no Salesforce. Não guardamos mais nada da sua caixa de email.',
  'tier.of': '{vendor}: {tier}',

  'confirm.title': 'Esta é a caixa de email certa?',
  'confirm.addresses':
    'Você entrou na caixa de email <strong>{address}</strong>. Sua conta do MSI Actions é <strong>{userAddress}</strong>.',
  'confirm.effect': 'Se você conectá-la, seus emails de vendas serão enviados de {address}, e as respostas chegarão lá.',
  'confirm.yes': 'Conectar {address}',
  'confirm.no.button': 'Escolher outra caixa de email',

  'connected.title': 'Seu email está conectado',
  'connected.address': 'Seus emails de vendas serão enviados de <strong>{address}</strong>.',
  'connected.close': 'Você pode fechar esta janela e continuar no Salesforce.',
  'connected.button': 'Continuar',
  'connected.endsByItself':
    'O Google encerrará esta conexão em {day}, porque o aplicativo ainda está em teste lá. Depois disso, você terá que conectar ' +
    'novamente. Avise o administrador: isso deixa de acontecer quando o aplicativo é publicado no Google.',

  'finish.title': 'Tudo pronto',
  'finish.salesforce': 'Salesforce',
  'finish.person': '{name}, {org}',
  'finish.mailbox': 'Caixa de email',
  'finish.noMailbox': 'Ainda sem conexão',
  'finish.button': 'Concluir',

  'tour.offer': 'Quer fazer um tour rápido?',
  'tour.what': 'Três páginas curtas mostram o painel no Salesforce.',
  'tour.start.button': 'Iniciar tour',
  'tour.skip.button': 'Agora não',
  'tour.1.title': 'O painel',
  'tour.1.text':
    'Abra um lead, contato, conta ou oportunidade. O painel do MSI Actions está na página, com um botão para o que você mais faz: ' +
    'Enviar email de vendas.',
  'tour.1.picture': 'O painel em um lead: o botão “Enviar email de vendas” e o menu com todas as ações',
  'tour.2.title': 'Depois de clicar em Enviar',
  'tour.2.text':
    'A janela fecha na hora, e você tem alguns segundos para desfazer. Depois, uma linha no painel mostra onde está seu email.',
  'tour.2.picture': 'Uma linha do painel com um email que sai em instantes e o botão “Desfazer”',
  'tour.3.title': 'Nada se perde',
  'tour.3.text':
    'Abra uma linha para ver o que aconteceu. Se sua caixa de email não responder, a linha mostra isso e você decide: “Verificar ' +
    'novamente”, “Marcar como enviado” ou “Enviar novamente”.',
  'tour.3.picture': 'Uma linha aberta: o email e o que aconteceu com ele',
  'tour.page': 'Página {number} de {pages}',
  'tour.done.button': 'Concluído',

  'exit.title': 'Tudo pronto para vender',
  'exit.ready': 'O MSI Actions está configurado. Abra um lead ou contato no Salesforce para enviar seu primeiro email.',
  'exit.readyFor':
    'O MSI Actions está configurado para <strong>{address}</strong>. Abra um lead ou contato no Salesforce para enviar seu primeiro email.',
  'exit.open.button': 'Abrir o MSI Actions',
  'exit.launch.button': 'Iniciar o Salesforce',

  'identity.title': 'Permitir envio deste endereço?',
  'identity.question': '<strong>{person}</strong>, de {org}, quer enviar emails de vendas como <strong>{address}</strong>.',
  'identity.button': 'Sim, permitir',
  'identity.ifNot': 'Se você não sabe do que se trata, feche esta página. Nada é enviado deste endereço sem a sua permissão.',
  'identity.verified': 'O endereço está verificado',
  'identity.usable': 'Agora emails de vendas podem ser enviados como <strong>{address}</strong>. Você pode fechar esta página.',

  'adminConsent.given': 'Permitido para todos',
  'adminConsent.everyone': 'Agora todos na sua organização podem usar o MSI Actions com o Outlook.',
  'adminConsent.carryOn':
    'Seus vendedores podem conectar suas caixas de email sem pedir aprovação. Você pode fechar esta janela e continuar no Salesforce.',
  'adminConsent.refused': 'Nada foi alterado',
  'adminConsent.notGiven': 'A permissão para sua organização não foi concedida.',
  'adminConsent.startAgain':
    'Somente um administrador da Microsoft pode concedê-la. Feche esta janela e comece novamente nas configurações no Salesforce.',
};
