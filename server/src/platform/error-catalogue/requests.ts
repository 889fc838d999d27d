import type { ErrorEntry } from './entry.ts';

/** What is wrong with a request, whoever sends it. */
export const REQUEST_ERRORS = {
  validation_failed: { status: 400, remedy: 'change_request', title: 'The request is not valid.' },
  // What Fastify refuses by itself keeps the 4xx status that Fastify gives it
  bad_request: { status: 400, remedy: 'change_request', title: 'The request is not valid.' },
  not_found: { status: 404, remedy: 'read_again', title: 'There is nothing at this address.' },
  length_required: { status: 411, remedy: 'change_request', title: 'A file needs its length in front.' },
  too_large: { status: 413, remedy: 'change_request', title: 'This is larger than the service accepts.' },
  text_too_large: { status: 413, remedy: 'change_request', title: 'This text is too long, or has too much formatting.' },
  csv_unreadable: { status: 422, remedy: 'change_request', title: 'This file cannot be read as CSV.' },
  unsupported_media_type: { status: 415, remedy: 'change_request', title: 'The service does not accept this type of content.' },
  rate_limited: { status: 429, remedy: 'wait', title: 'Too many requests. Wait a moment, then try again.' },
  letter_quota_reached: { status: 429, remedy: 'wait', title: 'This is as many of these emails as may be asked for at the moment.' },
  unexpected: {
    status: 500,
    remedy: 'tell_operator',
    title: 'Something went wrong on our side. Try again; if it happens again, tell your admin the request id.',
  },
} as const satisfies Record<string, ErrorEntry>;
