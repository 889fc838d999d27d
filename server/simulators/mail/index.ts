export { composeOutOfOffice, composeReadReceipt, composeReply, composeTicket, type Answer, type Threading } from './answer.ts';
export { AWAY_LANGUAGES, type AwayLanguage } from './away-notes.ts';
export { composeDeliveryReport } from './delivery-report.ts';
export type { BounceKind, MailHost } from './report-causes.ts';
export { registerInbound } from './inbound.ts';
export { messageView, readableTime, sendMessageBody } from './message-view.ts';
export { registerMailbox, type FolderName } from './mailbox-pages.ts';
export { parseMime, type MimePart } from './mime-part.ts';
export { createPostOffice, type Mail, type Neighbours, type SmtpAddress, type Undelivered } from './post-office.ts';
export {
  addressesIn,
  answeredIds,
  bodyOf,
  headerOf,
  headersOf,
  peopleIn,
  readableHeader,
  recipientsOf,
  withHeader,
  withoutHeaders,
} from './raw-message.ts';
