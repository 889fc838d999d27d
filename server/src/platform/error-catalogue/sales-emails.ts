import type { ErrorEntry } from './entry.ts';

const CHANGED = 'This email was changed while it was sent. Send it again.';

/** Why an email is not accepted, or cannot be changed any more. */
export const SALES_EMAIL_ERRORS = {
  no_email_address: { status: 409, remedy: 'change_request', title: 'This person has no email address in Salesforce.' },
  recipient_opted_out: { status: 409, remedy: 'change_request', title: 'A recipient has opted out of email.' },
  opt_out_unknown: {
    status: 409,
    remedy: 'ask_admin',
    title: 'Your Salesforce permissions do not show whether a recipient opted out of email.',
  },
  picture_not_sendable: { status: 422, remedy: 'change_request', title: 'A picture of this email cannot be sent.' },
  picture_too_large: { status: 413, remedy: 'change_request', title: 'This picture is too large for an email.' },
  pictures_too_large: { status: 413, remedy: 'change_request', title: 'The pictures of this email are too large together.' },
  picture_type_refused: {
    status: 415,
    remedy: 'change_request',
    title: 'Not all mail programs show this kind of file. Insert a picture as PNG, JPEG or GIF.',
  },
  picture_quota_reached: { status: 429, remedy: 'wait', title: 'You have inserted as many pictures as one person can in a day.' },
  prompts_left: { status: 409, remedy: 'change_request', title: 'Something in this email has yet to be replaced or removed.' },
  fields_unresolved: { status: 409, remedy: 'change_request', title: 'Dynamic fields of this email have no value.' },
  idempotency_key_reused: { status: 422, remedy: 'change_request', title: 'This Idempotency-Key was used for another email.' },
  // Something else changed the person or the email in the moment of sending
  accepted_before: { status: 409, remedy: 'wait', title: CHANGED },
  person_unknown: { status: 409, remedy: 'wait', title: CHANGED },
  look_first: { status: 409, remedy: 'wait', title: CHANGED },

  already_left: { status: 409, remedy: 'read_again', title: 'This email is not waiting any more.' },
  not_failed: { status: 409, remedy: 'read_again', title: 'Only an email that failed can be sent again.' },
  not_bounced: { status: 409, remedy: 'read_again', title: 'Only an email that came back can be written again.' },
  draft_kept: {
    status: 409,
    remedy: 'change_request',
    title: 'You have kept a draft on this record. Send or discard it first, then send this email again.',
  },
  not_followable: {
    status: 409,
    remedy: 'change_request',
    title: 'This email cannot follow the one before: that went to somebody else, or has not left.',
  },
  already_settled: { status: 409, remedy: 'read_again', title: 'It is already known what became of this email.' },
  still_looking: {
    status: 409,
    remedy: 'wait',
    title: 'We are still looking for this email, and will know soon whether it left.',
  },

  nobody_gets_it: { status: 409, remedy: 'change_request', title: 'As things stand, nobody gets this email. The list says why.' },
  bulk_email_changed: {
    status: 409,
    remedy: 'read_again',
    title: 'This email was changed somewhere else meanwhile. Look at it again, then send it.',
  },
  bulk_email_accepted: { status: 409, remedy: 'read_again', title: 'This email is on its way already and cannot be changed any more.' },
} as const satisfies Record<string, ErrorEntry>;
