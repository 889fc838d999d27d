import type { StoredEmail } from './repository.ts';

type Message = Pick<StoredEmail, 'provider' | 'mailboxAddress' | 'threadId' | 'webLink'>;

/** Where Outlook on the web lives. */
const OUTLOOK_HOSTS = new Set(['outlook.office365.com', 'outlook.office.com', 'outlook.cloud.microsoft', 'outlook.live.com']);

/**
 * Where the sender sees the message in Gmail or Outlook; null while the vendor has not named it, and for a link that does not lead to the
 * vendor. Gmail opens the account of that address, whichever the browser used last.
 */
export function messageLinkOf({ provider, mailboxAddress, threadId, webLink }: Message): string | null {
  if (provider === 'google') return mailboxAddress && threadId ? gmailLink(mailboxAddress, threadId) : null;
  return provider === 'microsoft' && webLink ? outlookLink(webLink) : null;
}

function gmailLink(address: string, threadId: string): string {
  return `https://mail.google.com/mail/?authuser=${encodeURIComponent(address)}#all/${encodeURIComponent(threadId)}`;
}

function outlookLink(given: string): string | null {
  const url = URL.parse(given);
  return url?.protocol === 'https:' && url.port === '' && OUTLOOK_HOSTS.has(url.hostname) ? url.href : null;
}
