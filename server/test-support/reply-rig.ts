import { randomBytes, randomUUID } from 'node:crypto';
import { freePorts } from '../local-world/ports.ts';
import { startGoogle } from '../simulators/google/index.ts';
import { startMicrosoft } from '../simulators/microsoft/index.ts';
import { createTestApp, type TestApp, type TestPanel } from './app.ts';
import { consentAtGoogle, consentAtMicrosoft } from './consents.ts';
import type { TestOrg, TestUser } from './org.ts';
import { inOrg } from '../src/platform/postgres.ts';
import { createWork, type Work } from '../src/worker-jobs.ts';
// The very message that leaves is what answers refer to
import { buildMessage, messageIdOf } from '../src/features/send-engine/build-message.ts';
import type { LookReason } from '../src/features/reply-tracking/look-reason.ts';
import { expectAnswers } from '../src/features/reply-tracking/repository.ts';

export const ACME = '00D000000000001EAA';
export const DANA = 'dana@globex.example';
export type Vendor = 'google' | 'microsoft';

export interface ReplyRep {
  vendor: Vendor;
  user: TestUser;
  connectionId: string;
}

export interface SentEmail {
  id: string;
  rep: ReplyRep;
  /** As the message carries it at the vendor. */
  messageId: string;
  subject: string;
  raw: Buffer;
}

export interface Logged {
  level: 'info' | 'warn' | 'error';
  fields: object;
  message: string;
}

export interface ReplyRigOptions {
  /** What the admin lets the product read; headers unless it says otherwise. */
  tier?: 'send' | 'headers' | 'bodies';
  /** How long one message may be read. */
  classifyWithinMs?: number;
}

/** The service with both simulated mail vendors, which really push to it, on a clock that all of them share. */
export async function startReplyRig({ tier = 'headers', classifyWithinMs }: ReplyRigOptions = {}) {
  // The vendors must know the address before the service listens at it
  const { service: port } = await freePorts();
  const origin = `http://127.0.0.1:${String(port)}`;
  const push = {
    url: `${origin}/webhooks/gmail`,
    serviceAccount: 'gmail-push@msi-local.iam.gserviceaccount.com',
    audience: 'http://localhost:3000/webhooks/gmail',
  };
  const [google, microsoft] = await Promise.all([startGoogle({ push }), startMicrosoft()]);
  const urls = { google: google.url, microsoft: microsoft.url };
  const service: TestApp = await createTestApp({ urls, env: { MICROSOFT_NOTIFICATION_URL: origin } });
  await service.app.listen({ port, host: '127.0.0.1' });
  const { database, clock, connections, config } = service;
  const org: TestOrg = await service.addOrg({ orgId: ACME });
  const admin = await org.addUser({ salesforceUserId: '005000000000001AAA', email: 'avery@acme.example', role: 'admin' });
  const setTier = (chosen: 'send' | 'headers' | 'bodies') =>
    database.ownerPool.query(
      `insert into mailbox_policies (org_id, google_tier, microsoft_tier, updated_at, updated_by) values ($1, $2, $2, now(), $3)
       on conflict (org_id) do update set google_tier = $2, microsoft_tier = $2`,
      [ACME, chosen, admin.id],
    );
  await setTier(tier);

  const logged: Logged[] = [];
  const logAt = (level: Logged['level']) => (fields: object, message: string) => void logged.push({ level, fields, message });
  const log = { info: logAt('info'), warn: logAt('warn'), error: logAt('error') };
  const work: Work = createWork({
    pool: database.pool,
    clock,
    connections,
    log,
    mailer: { send: () => Promise.resolve(), close: () => undefined },
    publicUrl: config.PUBLIC_URL,
    ...(classifyWithinMs ? { classifyWithinMs } : {}),
  });

  const simulator = async (vendor: Vendor, method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`${urls[vendor]}${path}`, {
      method,
      ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${String(answer.status)} ${text}`);
    return text ? JSON.parse(text) : null;
  };
  const bothVendors = async (method: string, path: string, body?: object): Promise<void> => {
    await Promise.all([simulator('google', method, path, body), simulator('microsoft', method, path, body)]);
  };
  await bothVendors('POST', '/sim/settings', { deliversMail: false });

  const rows = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    (await database.ownerPool.query<Row>(sql, values)).rows;

  const runJob = (name: string, payload: object): Promise<void> => {
    const handler = work.jobs[name];
    if (!handler) throw new Error(`There is no job ${name}.`);
    return handler(payload, { signal: new AbortController().signal, attempt: 1 });
  };

  return {
    service,
    database,
    clock,
    work,
    connections,
    org,
    push,
    log,
    logged,
    setTier,
    simulator,
    bothVendors,
    rows,
    runJob,

    /** A rep who has walked through the vendor's consent. */
    async addRep(vendor: Vendor, email: string): Promise<ReplyRep> {
      const user = await org.addUser({ salesforceUserId: `005${randomBytes(6).toString('hex')}AAA`, email });
      const browser = randomBytes(32);
      const { startMailboxConsent, completeMailboxConsent } = connections.emailConnections;
      const url = await startMailboxConsent(ACME, user.id, vendor, browser);
      const back = vendor === 'google' ? await consentAtGoogle(url, { email }) : await consentAtMicrosoft(url, email);
      const result = await completeMailboxConsent({
        provider: vendor,
        state: back?.searchParams.get('state'),
        code: back?.searchParams.get('code') ?? undefined,
        browserHash: browser,
      });
      if (result.outcome !== 'connected') throw new Error(`${email} was not connected: ${JSON.stringify(result)}`);
      return { vendor, user, connectionId: result.connectionId };
    },

    openPanel: ({ user }: ReplyRep): Promise<TestPanel> => service.openPanel(org, user),

    /** Leaves from the rep's mailbox and is known to have left. */
    async send(rep: ReplyRep, { to = DANA, cc = [] as string[], subject = 'Pricing for 40 seats' } = {}): Promise<SentEmail> {
      const { provider, accessToken, scopes } = await connections.emailConnections.openMailbox(ACME, rep.connectionId);
      const id = randomUUID();
      const { email, name } = rep.user;
      const messageId = messageIdOf(id, email);
      const { mime } = await buildMessage({
        id,
        messageId,
        date: clock.now(),
        from: { name: name ?? null, address: email },
        to: { name: null, address: to },
        cc,
        bcc: [],
        subject,
        bodyHtml: '<p>Hello</p>',
        bodyIsClean: true,
        font: null,
      });
      const sent = await provider.send(
        accessToken,
        { mime, messageId, reference: id, fromAddress: email, recipients: [to, ...cc] },
        { scopes, onPrepared: () => Promise.resolve() },
      );
      await rows(
        `insert into sales_emails (org_id, id, user_id, email_connection_id, record_id, record_object, person_id, person_object, to_address,
           cc, from_address, subject, message_id, sent_message_id, provider_message_id, provider_thread_id, state, attempts, created_at,
           updated_at, sent_at)
         values ($1, $2, $3, $4, '00Q000000000001EAA', 'Lead', '00Q000000000001EAA', 'Lead',
           $5, $6, $7, $8, $9, $10, $11, $12, 'sent', 1, $13, $13, $13)`,
        [
          ACME,
          id,
          rep.user.id,
          rep.connectionId,
          to,
          JSON.stringify(cc),
          email,
          subject,
          messageId,
          sent.sentMessageId,
          sent.providerMessageId,
          sent.providerThreadId,
          clock.now(),
        ],
      );
      await inOrg(database.pool, ACME, (tx) => expectAnswers(tx, ACME, rep.connectionId, clock.now()));
      return { id, rep, messageId: sent.sentMessageId ?? messageId, subject, raw: mime };
    },

    /** A message arrives in a rep's mailbox. */
    deliver: (rep: ReplyRep, raw: Buffer): Promise<unknown> =>
      simulator(rep.vendor, 'POST', '/sim/inbound', { to: [rep.user.email], raw: raw.toString('base64') }),

    check: ({ connectionId }: ReplyRep, because: LookReason = 'poll', more: object = {}): Promise<void> =>
      runJob('check-mailbox', { orgId: ACME, connectionId, because, ...more }),

    /** All clocks together. */
    async advance(milliseconds: number): Promise<void> {
      clock.advance(milliseconds);
      await bothVendors('POST', '/sim/clock', { offsetMs: clock.now().getTime() - Date.now() });
    },

    /** What the panel tells of an email. */
    async detail({ id, rep }: SentEmail): Promise<Record<string, unknown>> {
      const { status, body } = await (await service.openPanel(org, rep.user)).request('GET', `/v1/sales-emails/${id}`);
      if (status !== 200) throw new Error(`The panel got ${String(status)}: ${JSON.stringify(body)}`);
      return body as Record<string, unknown>;
    },

    async watchOf({ connectionId }: ReplyRep): Promise<Record<string, unknown>> {
      const [watch] = await rows<Record<string, unknown>>('select * from mailbox_watches where connection_id = $1', [connectionId]);
      return watch ?? {};
    },

    jobs: (name: string): Promise<{ payload: Record<string, unknown>; key: string | null }[]> =>
      rows(
        `select j.payload, j.key from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
          where t.identifier = $1 order by j.id`,
        [name],
      ),

    inOrg: <T>(act: Parameters<typeof inOrg<T>>[2]): Promise<T> => inOrg(database.pool, ACME, act),

    async reset(): Promise<void> {
      clock.set(new Date());
      await bothVendors('POST', '/sim/clock', { offsetMs: 0 });
      await bothVendors('DELETE', '/sim/faults');
      await bothVendors('POST', '/sim/reset');
      await bothVendors('POST', '/sim/settings', { deliversMail: false });
      await rows(`delete from users where role = 'rep'`);
      await rows('delete from sales_emails');
      await rows('truncate facts, salesforce_writes');
      await rows('truncate graphile_worker._private_jobs');
      await setTier(tier);
      logged.length = 0;
    },

    async close(): Promise<void> {
      await service.close();
      await Promise.all([google.close(), microsoft.close()]);
    },
  };
}
export type ReplyRig = Awaited<ReturnType<typeof startReplyRig>>;

export interface MailParts {
  from: string;
  to: string;
  subject: string;
  inReplyTo?: string;
  references?: string;
  headers?: Record<string, string>;
  text?: string;
}

/** One plain message as mail programs write it. */
export function mail({ from, to, subject, inReplyTo, references, headers = {}, text = 'Thank you.' }: MailParts): Buffer {
  const fields = {
    From: from,
    To: to,
    Subject: subject,
    'Message-ID': `<${randomUUID()}@${from.slice(from.lastIndexOf('@') + 1).replace('>', '')}>`,
    Date: new Date().toUTCString().replace('GMT', '+0000'),
    ...(inReplyTo ? { 'In-Reply-To': inReplyTo, References: references ?? inReplyTo } : references ? { References: references } : {}),
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  };
  const head = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${text}\r\n`);
}

/** A reply as the person's mail program writes it. */
export function replyTo({ messageId, subject, rep }: SentEmail, from = DANA, more: Partial<MailParts> = {}): Buffer {
  return mail({ from, to: rep.user.email, subject: `Re: ${subject}`, inReplyTo: messageId, ...more });
}
