import { randomUUID } from 'node:crypto';
import { canonicalAddress } from '../../platform/canonical-address.ts';
import type { Clock } from '../../platform/clock.ts';
import { languageOfLetter } from '../../platform/languages/index.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import type { Vault } from '../../platform/secrets/index.ts';
import type { MailSender, OutgoingMessage } from '../../providers/mailbox.ts';
import { toAccessToken } from '../../providers/smtp/index.ts';
import type { Facts } from '../facts/index.ts';
import { findLanguage } from '../users/index.ts';
import { sentence } from './error-words/index.ts';
import { passwordOf } from './password.ts';
import { endFaults, findServer, markWorking, type StoredServer } from './repository.ts';
import type { TeamSmtpChange, TeamSmtpTestResult } from './schemas.ts';
import { resumeParts, requirePassword } from './team-smtp.ts';
import { smtpProblem } from './smtp-problem.ts';
import { inLanguage, type SayLetter } from './words/index.ts';

interface Dependencies {
  pool: Pool;
  clock: Clock;
  vault: Vault;
  smtp: MailSender;
  facts: Facts;
}

export type TestTeamSmtp = (
  orgId: string,
  admin: { email: string },
  test: { server: TeamSmtpChange; to: string },
) => Promise<TeamSmtpTestResult>;

/**
 * Sends a real email from the admin's own address through these settings, saved or not. When they are the saved ones and work again, what
 * waited for them leaves.
 */
export function createTestTeamSmtp({ pool, clock, vault, smtp, facts }: Dependencies): TestTeamSmtp {
  return async function testTeamSmtp(orgId, admin, { server, to }) {
    const { saved, password, say } = await inOrg(pool, orgId, async (tx) => {
      const known = await findServer(tx, orgId);
      requirePassword(known, server);
      const recipient = await findLanguage(tx, orgId, canonicalAddress(to));
      const say = inLanguage(languageOfLetter({ recipient, askedBy: await findLanguage(tx, orgId, admin.email) }));
      if (server.username === null) return { saved: known, password: null, say };
      const password = server.password ?? (known ? await passwordOf(vault, tx, orgId, known, 'test') : null);
      return { saved: known, password, say };
    });
    try {
      const message = await testMessage(say, { from: admin.email, to, date: clock.now() });
      await smtp.send(toAccessToken({ ...server, password }), message, { scopes: [], onPrepared: () => Promise.resolve() });
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      return { ok: false, code: error.vendorCode ?? error.kind, title: smtpProblem(error.kind, error.vendorCode) };
    }
    if (saved && isSaved(saved, server))
      await inOrg(pool, orgId, async (tx) => {
        await endFaults(tx, orgId, saved.version);
        if (await markWorking(tx, orgId, saved.version)) await resumeParts(tx, orgId, { serverId: saved.id, facts, at: clock.now() });
      });
    return { ok: true, code: null, title: sentence('taken', { to }) };
  };
}

/** Without a new password: one that was typed may differ from the one that is kept. */
function isSaved(saved: StoredServer, tested: TeamSmtpChange): boolean {
  return (
    tested.password === undefined &&
    saved.host === tested.host &&
    saved.port === tested.port &&
    saved.security === tested.security &&
    saved.username === tested.username
  );
}

async function testMessage(say: SayLetter, { from, to, date }: { from: string; to: string; date: Date }): Promise<OutgoingMessage> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer/index.js');
  const reference = randomUUID();
  const messageId = `<${reference}@${from.slice(from.lastIndexOf('@') + 1)}>`;
  const mime = await new MailComposer({
    from,
    to,
    date,
    messageId,
    subject: say('test.subject'),
    text: `${say('test.text')}\r\n`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
  return { fromAddress: from, recipients: [to], mime, messageId, reference };
}
