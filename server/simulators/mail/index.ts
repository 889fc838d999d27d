export { composeDeliveryReport, type MailHost } from './delivery-report.ts';
export { registerInbound } from './inbound.ts';
export { messageView, readableTime, sendMessageBody } from './message-view.ts';
export { registerMailbox, type FolderName } from './mailbox-pages.ts';
export { parseMime, type MimePart } from './mime-part.ts';
export { createPostOffice, type Mail, type Neighbours, type SmtpAddress, type Undelivered } from './post-office.ts';
export {
  addressesIn,
  answeredIds,
  headerOf,
  headersOf,
  peopleIn,
  readableHeader,
  recipientsOf,
  withHeader,
  withoutHeaders,
} from './raw-message.ts';
