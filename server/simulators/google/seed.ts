import { createHash } from 'node:crypto';
import type { Account, GoogleState, Mailbox } from './entities.ts';

export interface GoogleSeed {
  /** Added to the redirect address of the local service. */
  redirectUris?: readonly string[] | undefined;
}

/** Anyone of these domains may sign in, known before or not. */
export const HOSTED_DOMAINS = ['acme.example', 'initech.example'];

export function seedGoogle({ redirectUris = [] }: GoogleSeed): GoogleState {
  const accounts = [newAccount('rae@acme.example', 'Rae Ortiz'), newAccount('raj@initech.example', 'Raj Patel')];
  return {
    accounts,
    clients: [
      {
        id: 'msi-google',
        name: 'MSI Actions',
        secret: 'local-google-secret',
        redirectUris: ['http://localhost:3000/oauth/google/callback', ...redirectUris],
      },
    ],
    grants: [],
    codes: {},
    accessTokens: {},
    refreshTokens: {},
    mailboxes: Object.fromEntries(accounts.map(({ email }) => [email, newMailbox()])),
    lastMessageNumber: 0,
    settings: {
      rewriteMessageId: false,
      testingMode: false,
      adminBlocksApp: false,
      historyDays: 7,
      limits: { unitsPerMinute: null, messagesPerDay: null, recipientsPerMessage: 100 },
    },
  };
}

export function newAccount(email: string, name: string): Account {
  // The account key must survive a reset, as a real one survives everything.
  const digits = BigInt(`0x${createHash('sha256').update(email).digest('hex').slice(0, 16)}`);
  return { sub: `1${digits.toString().padStart(20, '0')}`, email, name, signature: `<div>${name}<br>${email}</div>` };
}

export function newMailbox(): Mailbox {
  return { messages: [], historyId: 1000, history: [], historyHorizon: 0, watch: null, units: [] };
}
