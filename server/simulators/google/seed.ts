import { createHash } from 'node:crypto';
import type { Account, GoogleState, HistoryEntry, Limits, Mailbox } from './entities.ts';

export interface GoogleSeed {
  /** Added to the redirect address of the local service. */
  redirectUris?: readonly string[] | undefined;
}

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
      {
        id: 'acme-google',
        name: 'Acme Sales Mail',
        secret: 'acme-google-secret',
        redirectUris: ['http://localhost:3000/oauth/google/callback', ...redirectUris],
      },
    ],
    grants: [],
    codes: {},
    accessTokens: {},
    refreshTokens: {},
    mailboxes: Object.fromEntries(accounts.map(({ email }) => [email, newMailbox()])),
    lastMessageNumber: 0,
    sends: [],
    settings: {
      rewriteMessageId: false,
      testingMode: false,
      adminBlocksApp: false,
      historyDays: 7,
      deliversMail: true,
      limits: { ...WORKSPACE_LIMITS },
      push: { off: false, dropRate: 0, duplicateRate: 0, delayMs: [0, 0] },
    },
  };
}

/** What a new project and a Workspace account get. */
const WORKSPACE_LIMITS: Limits = {
  unitsPerMinute: 6000,
  messagesPerDay: 2000,
  recipientsPerDay: 10_000,
  externalRecipientsPerDay: 3000,
  recipientsPerMessage: 100,
  concurrentRequests: null,
};
export const NO_LIMITS: Limits = {
  unitsPerMinute: null,
  messagesPerDay: null,
  recipientsPerDay: null,
  externalRecipientsPerDay: null,
  recipientsPerMessage: null,
  concurrentRequests: null,
};

/** Gives a state that was kept by an earlier version what that version did not know yet. */
export function completeState(kept: GoogleState): void {
  const { settings, sends } = seedGoogle({});
  Object.assign(kept, {
    sends: 'sends' in kept ? kept.sends : sends,
    accounts: kept.accounts.map((account) => ({ ...newAccount(account.email, account.name), ...account })),
    mailboxes: Object.fromEntries(
      Object.entries(kept.mailboxes).map(([address, mailbox]) => [
        address,
        { ...newMailbox(), ...mailbox, history: mailbox.history.map((entry) => ({ ...BARE_ENTRY, ...entry })) },
      ]),
    ),
    settings: { ...settings, ...kept.settings, limits: { ...settings.limits, ...kept.settings.limits } },
  });
}

const BARE_ENTRY: Omit<HistoryEntry, 'id' | 'at' | 'messageId'> = { kind: 'messageAdded', threadId: '', labelIds: [] };

export function newAccount(email: string, name: string): Account {
  // The account key must survive a reset, as a real one survives everything.
  const digits = BigInt(`0x${createHash('sha256').update(email).digest('hex').slice(0, 16)}`);
  return { sub: `1${digits.toString().padStart(20, '0')}`, email, name, signature: `<div>${name}<br>${email}</div>`, aliases: [] };
}

export function newMailbox(): Mailbox {
  return {
    messages: [],
    historyId: 1000,
    history: [],
    historyHorizon: 0,
    watch: null,
    filter: { markRead: false, archive: false, spam: false },
    units: [],
    sent: [],
  };
}
