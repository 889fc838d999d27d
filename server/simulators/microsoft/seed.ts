import { createHash } from 'node:crypto';
import { isHostedDomain } from '../common/index.ts';
import type { Account, Mailbox, MicrosoftState, Settings } from './entities.ts';

export const TENANT_ID = '00000000-0000-4000-8000-00000000bbbb';

export interface MicrosoftSeed {
  /** Added to the redirect address of the local service. */
  redirectUris?: readonly string[] | undefined;
}

const OF_THE_LOCAL_SERVICE = ['http://localhost:3000/oauth/microsoft/callback', 'http://localhost:3000/oauth/microsoft/admin-consent'];

export function seedMicrosoft({ redirectUris = [] }: MicrosoftSeed): MicrosoftState {
  const accounts = [newAccount('noor@acme.example', 'Noor Haddad'), newAccount('sam@acme.example', 'Sam Blake')];
  return {
    accounts,
    clients: [
      {
        id: '00000000-0000-4000-8000-00000000aaaa',
        name: 'MSI Actions',
        secret: 'local-microsoft-secret',
        redirectUris: [...OF_THE_LOCAL_SERVICE, ...redirectUris],
      },
      {
        id: '00000000-0000-4000-8000-00000000cccc',
        name: 'Acme Sales Mail',
        secret: 'acme-microsoft-secret',
        redirectUris: [...OF_THE_LOCAL_SERVICE, ...redirectUris],
      },
    ],
    consents: [],
    adminConsents: [],
    codes: {},
    accessTokens: {},
    refreshTokens: {},
    mailboxes: Object.fromEntries(accounts.map(({ address }) => [address, newMailbox()])),
    subscriptions: {},
    sends: [],
    settings: newSettings(),
  };
}

/** The account of an address; made on first sight when its domain is hosted here, null otherwise. */
export function openAccount(state: MicrosoftState, typed: string): Account | null {
  const address = typed.trim().toLowerCase();
  const known = state.accounts.find((account) => account.address === address);
  if (known) return known;
  const [localPart, domain] = address.split('@');
  if (!localPart || !isHostedDomain(domain ?? '')) return null;
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
  return {
    messages: [],
    removals: [],
    changes: 0,
    deltaEpoch: 1,
    rule: { markRead: false, moveTo: null },
    registeredHeaders: [],
  };
}

function newSettings(): Settings {
  return {
    sentCopyLagMs: 0,
    rewriteMessageId: false,
    userConsent: true,
    keepsMimeHeaders: false,
    emitsNamedHeaders: true,
    joinsDraftsByHeaders: true,
    failures: {},
    hidesItemsOnTheirWay: false,
    deltaListsHeaders: true,
    deltaRepeats: false,
    deliversMail: true,
    limits: { concurrentRequests: 4, messagesPerMinute: 30, waitingMessages: 60 },
    push: {
      off: false,
      dropRate: 0,
      duplicateRate: 0,
      reorderRate: 0,
      delayMs: [0, 0],
      maxLifetimeMinutes: 10_080,
      refusesDuplicates: false,
      punishesSlowEndpoints: true,
    },
  };
}

/** Gives a state that was kept by an earlier version what that one did not know of. */
export function completeState(state: MicrosoftState): void {
  const kept: Partial<MicrosoftState> = { ...state };
  const settings = newSettings();
  Object.assign(state, {
    subscriptions: kept.subscriptions ?? {},
    sends: kept.sends ?? [],
    settings: {
      ...settings,
      ...kept.settings,
      limits: { ...settings.limits, ...kept.settings?.limits },
      push: { ...settings.push, ...kept.settings?.push },
    },
  });
  for (const mailbox of Object.values(state.mailboxes)) {
    Object.assign(mailbox, { ...newMailbox(), ...mailbox });
    for (const message of mailbox.messages) {
      if ('seq' in message) continue;
      mailbox.changes += 1;
      Object.assign(message, { reference: null, isRead: true, seq: mailbox.changes });
    }
  }
}
