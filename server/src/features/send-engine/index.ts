export { createAcceptSalesEmail } from './accept-sales-email.ts';
export { cancelAmong, cancelWaiting, countCancelled, countUnderWay } from './cancel-waiting.ts';
export { findEmailBriefs, type EmailBrief } from './email-briefs.ts';
export { DRAIN_MAILBOX, enqueueDrain } from './drain-job.ts';
export { createDrainMailbox } from './drain-mailbox.ts';
export { createHoldFiles, MOST_FILES_AT_ONCE } from './files-to-send.ts';
export { forecastFurther, forecastLast, type EmailsForecast } from './forecast-emails.ts';
export { createForecastSending, findDepartures, findNextDeparture } from './forecast-sending.ts';
export { createFreshenRecipients, type FreshenRecipients } from './freshen-recipients.ts';
export { createFreshenUpcoming } from './freshen-upcoming.ts';
export { CANCEL_WAITING, RESUME_SENDING } from './reactions.ts';
export { createKeepWallTimes } from './keep-wall-times.ts';
export {
  PRIORITIES,
  queueEmails,
  type Acceptance,
  type AcceptanceOutcome,
  type EmailToQueue,
  type FollowedEmail,
  type WallTime,
} from './queue-emails.ts';
export {
  createQueueScheduledEmails,
  createSweepScheduledEmails,
  enqueueSchedule,
  QUEUE_SCHEDULED_EMAILS,
} from './queue-scheduled-emails.ts';
export { createReadSentMessage, READ_SENT_MESSAGE } from './read-sent-message.ts';
export { recordSent } from './record-sent.ts';
export { changeEnvelope, forgetLostDraft, lookAtOnce } from './rep-decisions-repository.ts';
export { resumeMailbox } from './resume-mailbox.ts';
export { renderHtml, showableHtml, type KeptBody } from './render-html.ts';
export { lanesReading, SENDS, SETTLED_SENDS } from './send-metrics.ts';
export { createSendingSlots, type SendingSlots } from './sending-slots.ts';
export { settleRecipients } from './settle-recipients.ts';
export { createSettleJob, createSettleUncertainEmail, type SettleUncertainEmail } from './settle-uncertain-email.ts';
export { createSweepMailboxes, createSweepUncertainEmails } from './sweep-mailboxes.ts';
export { moveSalesEmail } from './transitions.ts';
export { findLeaving } from './waiting-emails.ts';
