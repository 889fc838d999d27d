import type { EN } from './en.ts';

export const PT_BR: Record<keyof typeof EN, string> = {
  optedOut: '{who} recusou emails.',
  optOutUnknown:
    'Suas permissões do Salesforce não mostram se {who} recusou emails. Peça ao administrador que deixe você ver o campo de recusa de ' +
    'emails (HasOptedOutOfEmail) ou que decida nas configurações do MSI Actions o que acontece nesse caso.',
};
