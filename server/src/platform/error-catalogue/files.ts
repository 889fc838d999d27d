import type { ErrorEntry } from './entry.ts';

/** Files that reps attach to emails. */
export const FILE_ERRORS = {
  file_too_large: { status: 413, remedy: 'change_request', title: 'This file is too large for an email.' },
  file_type_refused: { status: 415, remedy: 'change_request', title: 'Mail providers do not take this kind of file.' },
  file_quota_reached: { status: 429, remedy: 'wait', title: 'You have attached as many files as one person can in a day.' },
  file_infected: { status: 422, remedy: 'change_request', title: 'The virus scanner has found something in this file. It was not kept.' },
  file_not_scanned: { status: 503, remedy: 'wait', title: 'The virus scanner does not answer, so the file was not kept. Try again later.' },
  file_in_use: { status: 409, remedy: 'read_again', title: 'An email has this file, so it stays.' },
  file_gone: {
    status: 409,
    remedy: 'change_request',
    title: 'A file of this email is not there any more. Take it out, or attach it again.',
  },
  content_gone: {
    status: 422,
    remedy: 'change_request',
    title: 'A file that this email links to is not in the library any more. Take its link out.',
  },
  content_full: {
    status: 409,
    remedy: 'change_request',
    title: 'You have 500 files in the library, as many as one person can have. Delete some first.',
  },
  files_too_large_for_email: { status: 413, remedy: 'change_request', title: 'The files of this email are too large together.' },
} as const satisfies Record<string, ErrorEntry>;
