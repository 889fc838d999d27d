export { findAnswerable, findSendingTimes, type AnswerableEmail } from './answered-emails.ts';
export { recordResponse, type NewResponse } from './record-response.ts';
export { findLastReply, findResponses, NO_RESPONSES, RESPONSES, toResponses, type LastReply, type StoredResponses } from './responses.ts';
