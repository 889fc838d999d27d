import type { EN } from './en.ts';

export const PT_BR: Record<keyof typeof EN, string> = {
  portNotAllowed: 'Servidores de email são acessados pela porta 25, 465, 587 ou 2525.',
  encryptionNeeded: 'Sem criptografia, qualquer um no caminho poderia ler a senha e os emails. Escolha TLS ou STARTTLS.',
  hostNotAllowed: 'Este servidor não está na internet pública, por isso não podemos acessá-lo.',
  signInNeeded: 'O servidor de email pede um nome de usuário e uma senha.',
  signInRefused: 'O servidor de email recusou o nome de usuário ou a senha.',
  tlsFailed:
    'O servidor respondeu, mas o certificado dele não é confiável ou ele usa outro tipo de criptografia. Verifique o nome, a porta e ' +
    'TLS ou STARTTLS.',
  recipientRefused: 'O servidor de email recusou o endereço de destino do email de teste.',
  senderRefused: 'O servidor de email não permite enviar do seu endereço.',
  refusedToTalk: 'O servidor de email recusou a conexão ou não oferece a criptografia escolhida.',
  comeBackLater: 'O servidor de email pede que se tente mais tarde.',
  uncertain: 'O servidor de email pegou o email, mas não confirmou a tempo. Verifique se ele chegou.',
  unreachable: 'Não foi possível acessar o servidor de email, ou a conexão caiu. Verifique o nome e a porta.',
  refused: 'O servidor de email recusou o email de teste.',
  taken: 'O servidor de email aceitou o email de teste para {to}.',
  passwordNeeded: 'É necessária a senha deste usuário.',
  passwordOfOtherSettings: 'Digite a senha novamente: a que guardamos é de outras configurações.',
  hostNeeded: 'É necessário o nome do servidor.',
  hostOnly: 'Somente o nome do servidor, como smtp.example.com.',
};
