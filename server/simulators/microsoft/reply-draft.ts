import { answeredIds, addressesIn, headerOf, readableHeader, withHeader } from '../mail/index.ts';
import type { Account, Mailbox } from './entities.ts';
import { composeFromJson } from './message-input.ts';

/** The draft of an answer to a message: to its sender, or to the same people when it is one's own, in its thread. */
export async function replyDraft(answered: Buffer, comment: string, account: Account, mailbox: Mailbox): Promise<Buffer> {
  const from = addressesIn(headerOf(answered, 'Reply-To') ?? headerOf(answered, 'From'));
  const to = from.includes(account.address) ? addressesIn(headerOf(answered, 'To')) : from;
  const subject = readableHeader(answered, 'Subject');
  const draft = await composeFromJson(
    {
      subject: /^re:/i.test(subject) ? subject : `RE: ${subject}`,
      toRecipients: to.map((address) => ({ emailAddress: { address } })),
      body: { contentType: 'text', content: comment },
    },
    account,
    mailbox,
  );
  return withThread(draft, answered);
}

/** The draft with the headers of an answer, where it has none. */
export function withThread(draft: Buffer, answered: Buffer): Buffer {
  if (answeredIds(draft).length > 0) return draft;
  const messageId = headerOf(answered, 'Message-ID') ?? '';
  const thread = [...answeredIds(answered).reverse(), messageId].filter((id, index, all) => all.indexOf(id) === index);
  return withHeader(withHeader(draft, 'In-Reply-To', messageId), 'References', thread.join(' '));
}
