import { createHash } from 'node:crypto';
import type { Account, Mailbox, MicrosoftState } from './entities.ts';

export const TENANT_ID = '00000000-0000-4000-8000-00000000bbbb';

export interface MicrosoftSeed {
  /** Added to the redirect address of the local service. */
  redirectUris?: readonly string[] | undefined;
}

/** Anyone of these domains may sign in, known before or not. */
const HOSTED_DOMAINS = ['acme.example', 'initech.example'];

export function seedMicrosoft({ redirectUris = [] }: MicrosoftSeed): MicrosoftState {
  const accounts = [newAccount('noor@acme.example', 'Noor Haddad'), newAccount('sam@acme.example', 'Sam Blake')];
  return {
    accounts,
    clients: [
      {
        id: '00000000-0000-4000-8000-00000000aaaa',
        name: 'MSI Actions',
        secret: 'local-microsoft-secret',
        redirectUris: ['http://localhost:3000/oauth/microsoft/callback', ...redirectUris],
      },
    ],
    consents: [],
    adminConsents: [],
    codes: {},
    accessTokens: {},
    refreshTokens: {},
    mailboxes: Object.fromEntries(accounts.map(({ address }) => [address, newMailbox()])),
    settings: {
      sentCopyLagMs: 0,
      rewriteMessageId: false,
      userConsent: true,
      keepsMimeHeaders: false,
      emitsNamedHeaders: true,
      failures: {},
    },
  };
}

/** The account of an address; made on first sight when its domain is hosted here, null otherwise. */
export function openAccount(state: MicrosoftState, typed: string): Account | null {
  const address = typed.trim().toLowerCase();
  const known = state.accounts.find((account) => account.address === address);
  if (known) return known;
  const [localPart, domain] = address.split('@');
  if (!localPart || !HOSTED_DOMAINS.includes(domain ?? '')) return null;
  const name = localPart.split(/[._-]+/).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  const account = newAccount(address, name.join(' '));
  state.accounts.push(account);
  state.mailboxes[address] = newMailbox();
  return account;
}

function newAccount(address: string, name: string): Account {
  // The account key must survive a reset, as a real one survives everything.
  const digits = createHash('sha256').update(address).digest('hex');
  return {
    oid: `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20, 32)}`,
    address,
    name,
  };
}

function newMailbox(): Mailbox {
  return { messages: [], registeredHeaders: [] };
}
