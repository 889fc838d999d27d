import { z } from 'zod';

const Recipient = z.object({ emailAddress: z.object({ name: z.string().nullish(), address: z.string().nullish() }).nullish() });

/** What Graph says about a message when it is asked for headers. In an answer to a delta any of it may be missing. */
export const ListedMessage = z.object({
  id: z.string().min(1),
  conversationId: z.string().nullish(),
  receivedDateTime: z.coerce.date().nullish(),
  parentFolderId: z.string().nullish(),
  isDraft: z.boolean().nullish(),
  subject: z.string().nullish(),
  from: Recipient.nullish(),
  sender: Recipient.nullish(),
  toRecipients: z.array(Recipient).nullish(),
  ccRecipients: z.array(Recipient).nullish(),
  sentDateTime: z.coerce.date().nullish(),
  internetMessageId: z.string().nullish(),
  internetMessageHeaders: z.array(z.object({ name: z.string(), value: z.string().nullish() })).nullish(),
});
export type ListedMessage = z.infer<typeof ListedMessage>;
