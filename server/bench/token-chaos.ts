import { fork, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startSalesforce } from '../simulators/salesforce/index.ts';
import { inOrg } from '../src/platform/postgres.ts';
import { consentAtSalesforce } from '../test-support/consents.ts';
import { ACME, connectionOf, MailboxWorld } from '../test-support/mailbox-world.ts';

export interface TokenChaosOptions {
  expiries: number;
  /** In all processes together. */
  callers: number;
  processes: number;
  /** Refreshes Salesforce without our lock instead, to show that the count finds what goes wrong then. */
  careless?: boolean;
  onProgress?: (line: string) => void;
}

export interface CallOrder {
  call: 'mailbox' | 'salesforce' | 'careless';
  orgId: string;
  connectionId: string;
  userId: string;
  instanceUrl: string;
  callers: number;
}

/** What became of the calls of one process; `answers` are the different ones that it got. */
export interface CallsDone {
  served: number;
  reconnect: number;
  failures: string[];
  answers: string[];
}

export interface TokenChaosResult {
  /** Expiries, by the vendor whose token had ended. */
  expiries: Record<Vendor, number>;
  /** Expiries after which there was not exactly one refresh. */
  notOnce: number;
  /** Callers who were not served. */
  unserved: number;
  /** Grants that asked to be connected again although nobody had ended them. */
  lost: number;
  /** Revoked grants that were still used, asked for more than once, or did not say so. */
  revocationsIgnored: number;
  examples: string[];
}

const VENDORS = ['google', 'microsoft', 'salesforce'] as const;
type Vendor = (typeof VENDORS)[number];
const TOKEN_PATH: Record<Vendor, string> = {
  google: '/token',
  microsoft: '/organizations/oauth2/v2.0/token',
  salesforce: '/services/oauth2/token',
};
const RAE = '005000000000002AAA';
const LONGEST_DELAY_MS = 120;

/** Lets one grant of each vendor expire again and again while many callers in several processes need it, and counts at the vendors. */
export async function runTokenChaos({
  expiries,
  callers,
  processes,
  careless = false,
  onProgress,
}: TokenChaosOptions): Promise<TokenChaosResult> {
  const salesforce = await startSalesforce();
  const world = await MailboxWorld.start({ salesforce: salesforce.url });
  const children: ChildProcess[] = [];
  const result: TokenChaosResult = {
    expiries: { google: 0, microsoft: 0, salesforce: 0 },
    notOnce: 0,
    unserved: 0,
    lost: 0,
    revocationsIgnored: 0,
    examples: [],
  };
  const noteIf = (wrong: boolean, figure: 'notOnce' | 'lost' | 'revocationsIgnored', example: string): void => {
    if (!wrong) return;
    result[figure] += 1;
    if (result.examples.length < 10) result.examples.push(example);
  };
  try {
    const urls = { google: world.google.url, microsoft: world.microsoft.url, salesforce: salesforce.url };
    const grants = await connectAll(world, salesforce.url);
    for (let index = 0; index < processes; index += 1) children.push(await startCaller(world));

    const ask = async (vendor: Vendor): Promise<CallsDone & { refreshes: number }> => {
      const since = Date.now();
      const order: CallOrder = {
        call: vendor !== 'salesforce' ? 'mailbox' : careless ? 'careless' : 'salesforce',
        orgId: ACME,
        ...grants[vendor],
        instanceUrl: salesforce.url,
        callers: Math.ceil(callers / processes),
      };
      const done = await Promise.all(children.map((child) => orderTo(child, order)));
      return {
        served: sum(done.map(({ served }) => served)),
        reconnect: sum(done.map(({ reconnect }) => reconnect)),
        failures: done.flatMap(({ failures }) => failures),
        answers: [...new Set(done.flatMap(({ answers }) => answers))],
        refreshes: await requestsSince(urls[vendor], TOKEN_PATH[vendor], since),
      };
    };
    const expire = async (vendor: Vendor): Promise<void> => {
      await post(`${urls[vendor]}${EXPIRE[vendor]}`);
      if (vendor !== 'salesforce')
        await world.rows(`update email_connections set access_token_expires_at = now() where id = $1`, [grants[vendor].connectionId]);
    };

    for (let round = 0; round < expiries; round += 1) {
      const vendor = VENDORS[round % VENDORS.length] ?? 'google';
      await expire(vendor);
      await fetch(`${urls[vendor]}/sim/faults`, { method: 'DELETE' });
      const action = { kind: 'delay', ms: Math.floor(Math.random() * LONGEST_DELAY_MS) };
      await post(`${urls[vendor]}/sim/faults`, { match: { method: 'POST', path: TOKEN_PATH[vendor] }, times: -1, action });
      const { served, reconnect, failures, answers, refreshes } = await ask(vendor);
      result.expiries[vendor] += 1;
      result.unserved += reconnect + failures.length;
      noteIf(
        refreshes !== 1 || answers.length !== 1,
        'notOnce',
        `${vendor}: ${String(refreshes)} refreshes, ${String(answers.length)} tokens`,
      );
      noteIf(reconnect > 0, 'lost', `${vendor}: ${String(reconnect)} of ${String(served + reconnect)} callers were told to connect again`);
      for (const failure of failures.slice(0, 2)) if (result.examples.length < 10) result.examples.push(failure);
      if ((round + 1) % 50 === 0) onProgress?.(`${String(round + 1)} expiries`);
      if (careless && result.lost > 0) break;
    }

    for (const vendor of careless ? [] : VENDORS) {
      await post(`${urls[vendor]}${REVOKE[vendor]}`);
      await expire(vendor);
      const first = await ask(vendor);
      const then = await ask(vendor);
      const isHonoured = first.served + then.served === 0 && first.failures.length + then.failures.length === 0;
      noteIf(
        !isHonoured || first.refreshes !== 1 || then.refreshes !== 0,
        'revocationsIgnored',
        `${vendor}: ${JSON.stringify([first, then])}`,
      );
    }
    return result;
  } finally {
    for (const child of children) child.disconnect();
    await world.close();
    await salesforce.close();
  }
}

/** True when nothing of what is counted went wrong. */
export function isFlawless({ notOnce, unserved, lost, revocationsIgnored }: TokenChaosResult): boolean {
  return notOnce + unserved + lost + revocationsIgnored === 0;
}

const EXPIRE: Record<Vendor, string> = {
  google: '/sim/accounts/rae@acme.example/expire-access-tokens',
  microsoft: '/sim/accounts/noor@acme.example/expire-access-tokens',
  salesforce: `/sim/users/${RAE}/expire-access-tokens`,
};
const REVOKE: Record<Vendor, string> = {
  google: '/sim/accounts/rae@acme.example/revoke',
  microsoft: '/sim/accounts/noor@acme.example/revoke',
  salesforce: `/sim/users/${RAE}/revoke-grants`,
};

type Grants = Record<Vendor, { connectionId: string; userId: string }>;

async function connectAll(world: MailboxWorld, salesforceUrl: string): Promise<Grants> {
  const rae = world.rae;
  const google = await world.connectGoogle();
  world.rae = await world.acme.addUser({ salesforceUserId: '005000000000003AAA', email: 'noor@acme.example' });
  const noor = world.rae;
  const microsoft = connectionOf(await world.consentMicrosoft('noor@acme.example'));

  const { salesforce, salesforceConnections } = world.service.connections;
  const codeVerifier = randomBytes(32).toString('base64url');
  const redirectUri = 'http://localhost:3000/oauth/salesforce/callback';
  const codeChallenge = createHash('sha256').update(codeVerifier).digest('base64url');
  const url = salesforce.consentUrl({ redirectUri, state: 's', codeChallenge, loginUrl: salesforceUrl });
  const code = (await consentAtSalesforce(url, RAE)).searchParams.get('code') ?? '';
  const grant = await salesforce.exchangeCode({ code, codeVerifier, redirectUri, loginUrl: salesforceUrl });
  const { connectionId } = await inOrg(world.service.database.pool, ACME, (tx) =>
    salesforceConnections.storeGrant(tx, ACME, rae.id, grant),
  );
  return {
    google: { connectionId: google, userId: rae.id },
    microsoft: { connectionId: microsoft, userId: noor.id },
    salesforce: { connectionId, userId: rae.id },
  };
}

async function startCaller({ service: { config } }: MailboxWorld): Promise<ChildProcess> {
  const env = Object.fromEntries(
    Object.entries(config).map(([name, value]) => [name, Array.isArray(value) ? value.join(' ') : String(value ?? '')]),
  );
  const child = fork(fileURLToPath(new URL('token-caller.ts', import.meta.url)), { env: { ...process.env, ...env } });
  await once(child, 'message');
  return child;
}

async function orderTo(child: ChildProcess, order: CallOrder): Promise<CallsDone> {
  const answered = once(child, 'message');
  child.send(order);
  const [done] = (await answered) as [CallsDone];
  return done;
}

async function requestsSince(url: string, path: string, since: number): Promise<number> {
  const answer = await fetch(`${url}/sim/requests?method=POST&path=${encodeURIComponent(path)}`);
  const { requests } = (await answer.json()) as { requests: { path: string; at: string }[] };
  return requests.filter((request) => request.path === path && Date.parse(request.at) >= since).length;
}

async function post(url: string, body: object = {}): Promise<void> {
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${url}: ${await answer.text()}`);
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
