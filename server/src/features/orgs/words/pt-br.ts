import type { Translated } from '../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const PT_BR: Translated<typeof EN> = {
  'fact.org': 'Organização',
  'fact.by': 'Por',
  'fact.from': 'De',
  'fact.when': 'Quando',
  'fact.unknown': 'desconhecido',
  'fact.line': '{name}: {value}',
  'letter.opening': '{heading}.',
  'letter.link': 'Certificados: {link}',
  'letter.button': 'Ver os certificados',

  'certificate_uploaded.subject': 'Um certificado foi adicionado para {org}',
  'certificate_uploaded.heading': 'Um certificado foi adicionado',
  'certificate_uploaded.about': 'Impressão digital SHA-256',
  'certificate_uploaded.effect':
    'A partir de agora, quem tiver a chave deste certificado pode fazer login de pessoas da sua organização no MSI Actions.',
  'certificate_uploaded.advice':
    'Se ninguém da sua empresa fez isso, revogue o certificado imediatamente e verifique no Salesforce quem tem direitos de administrador.',

  'certificate_revoked.subject': 'Um certificado de {org} foi revogado',
  'certificate_revoked.heading': 'Um certificado foi revogado',
  'certificate_revoked.about': 'Impressão digital SHA-256',
  'certificate_revoked.effect':
    'O MSI Actions recusa tudo o que for assinado com ele. Todos os painéis foram desconectados e fazem login novamente por conta própria.',
  'certificate_revoked.advice':
    'Se ninguém da sua empresa fez isso, veja os certificados e verifique no Salesforce quem tem direitos de administrador.',

  'lightning_origin_changed.subject': 'O endereço do Lightning de {org} foi alterado',
  'lightning_origin_changed.heading': 'O endereço do Lightning foi alterado',
  'lightning_origin_changed.about': 'Novo endereço',
  'lightning_origin_changed.effect':
    'O MSI Actions só responde a navegadores neste endereço. Painéis em outro endereço deixam de funcionar.',
  'lightning_origin_changed.advice':
    'Se ninguém da sua empresa fez isso, desfaça a alteração e verifique no Salesforce quem tem direitos de administrador.',
};
