import { sentenceOf } from '../../platform/error-catalogue/index.ts';
import { AppError } from '../../platform/errors.ts';
import type { Tx } from '../../platform/postgres.ts';
import { withLinkAddresses } from '../../platform/rich-text/link-addresses.ts';
import { addressAtRecipient, contentIn, newLinkToken, readAddressInWords, serviceOf, type LinkedContent } from './addresses.ts';
import { sentence } from './error-words/index.ts';
import { findGone, findLinksOfGone, keepLinks, type ContentLink } from './links-repository.ts';
import { withPastedLinks } from './pasted-links.ts';

/** What words with contents may be refused with when they are sent. */
export const BODY_CONTENT_PROBLEMS = ['content_gone'] as const;

/**
 * The cleaned words of an email as it leaves: each content of its org has the address at which the recipients of this email find it, the
 * same at each attempt. One that was deleted meanwhile keeps its link, and the page there says that it is gone. Words without contents ask
 * nothing.
 */
export async function linkContent(
  tx: Tx,
  orgId: string,
  { salesEmailId, publicUrl, now }: { salesEmailId: string; publicUrl: string; now: Date },
  cleanHtml: string,
): Promise<string> {
  const words = await withPastedLinks(tx, orgId, cleanHtml);
  const wanted = contentIn(words, orgId);
  if (wanted.length === 0) return words;
  const links = await keepLinks(
    tx,
    orgId,
    salesEmailId,
    wanted.map((content) => ({ ...content, token: newLinkToken() })),
    now,
  );
  return withLinks(words, orgId, links, () => publicUrl);
}

/**
 * The cleaned words of an email that has left, for another to quote them: a content that was deleted since has the address at which the
 * recipients of that email have it. So it is as gone as in the email itself, and keeps no other from being sent.
 */
export async function quoteContent(tx: Tx, orgId: string, salesEmailId: string, cleanHtml: string): Promise<string> {
  if (contentIn(cleanHtml, orgId).length === 0) return cleanHtml;
  return withLinks(cleanHtml, orgId, await findLinksOfGone(tx, orgId, salesEmailId), serviceOf);
}

function withLinks(cleanHtml: string, orgId: string, links: readonly ContentLink[], urlOf: (href: string) => string): string {
  const tokens = new Map(links.map(({ token, ...content }) => [nameOf(content), token]));
  return withLinkAddresses(cleanHtml, (href) => {
    const address = readAddressInWords(href);
    const token = address?.orgId === orgId ? tokens.get(nameOf(address)) : undefined;
    return token === undefined ? null : addressAtRecipient(urlOf(href), { orgId, token });
  });
}

function nameOf({ id, isTracked }: LinkedContent): string {
  return `${id} ${String(isTracked)}`;
}

/**
 * Refuses cleaned words that link to contents which are not there any more. AppError 422 `content_gone` with their names, as far as they
 * are known.
 */
export async function checkContent(
  /** How the database is asked, which is done for words with contents alone. */
  ask: <T>(read: (tx: Tx) => Promise<T>) => Promise<T>,
  orgId: string,
  cleanHtml: string,
): Promise<void> {
  const ids = [...new Set(contentIn(cleanHtml, orgId).map(({ id }) => id))];
  if (ids.length === 0) return;
  const gone = await ask((tx) => findGone(tx, orgId, ids));
  if (gone.length === 0) return;
  const names = gone.flatMap(({ name }) => (name === null ? [] : [name]));
  const title = names.length < gone.length ? sentenceOf('content_gone') : sentence('contentGone', { names: names.join(', ') });
  throw new AppError('content_gone', { title, content: names });
}
