import { AppError } from '../../platform/errors.ts';
import { fromEnglish } from '../../platform/english-sentences.ts';
import type { Tx } from '../../platform/postgres.ts';
import { sentence } from './error-words/index.ts';
import { findIdentities, findMailbox, hasTeamSmtp, type MailboxIdentity, type StoredIdentity } from './repository.ts';
import type { Identity } from './schemas.ts';

/** Everything a user can or could send as, with what decides whether it works now. */
export interface OwnIdentities {
  mailbox: MailboxIdentity | null;
  others: StoredIdentity[];
  teamSmtp: boolean;
}

export async function readOwnIdentities(tx: Tx, orgId: string, userId: string): Promise<OwnIdentities> {
  return {
    mailbox: await findMailbox(tx, orgId, userId),
    others: await findIdentities(tx, orgId, userId),
    teamSmtp: await hasTeamSmtp(tx, orgId),
  };
}

/**
 * The same rule as in the database's `choose_identity`, which decides when an email is accepted. ID-2: Google's word is good for its own
 * mailbox only.
 */
export function isUsable({ mailbox, teamSmtp }: OwnIdentities, { verifiedAt, channel, mailboxId }: StoredIdentity): boolean {
  return verifiedAt !== null && (channel === 'team_smtp' ? teamSmtp : mailbox !== null && mailboxId === mailbox.id);
}

/** The mailbox first. A default that cannot be used now is none: then the mailbox is. */
export function toIdentities(own: OwnIdentities): Identity[] {
  const usual = own.others.find((identity) => identity.isDefault && isUsable(own, identity));
  const others = own.others.map((identity): Identity => ({
    id: identity.id,
    address: identity.address,
    name: identity.name,
    signatureHtml: identity.signatureHtml,
    channel: identity.channel,
    isDefault: identity === usual,
    isMailbox: false,
    verifiedAt: identity.verifiedAt?.toISOString() ?? null,
    verificationSentAt: identity.verificationSentAt?.toISOString() ?? null,
    verificationError: fromEnglish(identity.verificationError),
    isUsable: isUsable(own, identity),
  }));
  const { mailbox } = own;
  if (!mailbox) return others;
  const { id, address, name, signatureHtml, connectedAt, isConnected } = mailbox;
  return [
    {
      id,
      address,
      name,
      signatureHtml,
      channel: 'mailbox',
      isDefault: usual === undefined,
      isMailbox: true,
      verifiedAt: connectedAt.toISOString(),
      verificationSentAt: null,
      verificationError: null,
      isUsable: isConnected,
    },
    ...others,
  ];
}

export interface SenderIdentity {
  id: string;
  name: string;
  address: string;
  signatureHtml: string;
  isDefault: boolean;
}

/**
 * What a new email can be sent as besides the mailbox. The mailbox is among them only where another one is the default: it then has to be
 * asked for by its id.
 */
export async function findSenderIdentities(tx: Tx, orgId: string, userId: string): Promise<SenderIdentity[]> {
  const identities = toIdentities(await readOwnIdentities(tx, orgId, userId)).filter(
    ({ isUsable: usable, isMailbox }) => usable || isMailbox,
  );
  const hasOtherDefault = identities.some(({ isDefault, isMailbox }) => isDefault && !isMailbox);
  return identities
    .filter(({ isMailbox }) => !isMailbox || hasOtherDefault)
    .map(({ id, name, address, signatureHtml, isDefault }) => ({ id, name, address, signatureHtml, isDefault }));
}

/** As whom an email would leave: the identity that was chosen, else the default one; null without a mailbox and without any other. */
export async function findSenderOf(tx: Tx, orgId: string, userId: string, identityId: string | null): Promise<Identity | null> {
  const identities = toIdentities(await readOwnIdentities(tx, orgId, userId));
  return identities.find(({ id }) => id === identityId) ?? identities.find(({ isDefault }) => isDefault) ?? identities[0] ?? null;
}

/** AppError 404 when the user has no such identity. */
export function ownIdentity(identities: Identity[], id: string): Identity {
  const found = identities.find((identity) => identity.id === id);
  if (!found) throw new AppError('not_found', { title: sentence('addressUnknown') });
  return found;
}
