export { findAnswerable, findSendingTimes, type AnswerableEmail } from './answered-emails.ts';
export { recordResponse, type NewResponse } from './record-response.ts';
export { findResponses, NO_RESPONSES, RESPONSES, toResponses, type StoredResponses } from './responses.ts';
