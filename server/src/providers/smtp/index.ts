import type { MailSender } from '../mailbox.ts';
import { send } from './send.ts';
import { fromAccessToken, type SmtpOptions } from './settings.ts';

export { isAboutSettings } from './errors.ts';
export { refusalOf, toAccessToken, type SmtpOptions, type SmtpServerSettings } from './settings.ts';

/** A mail server that is told by SMTP (RFC 5321). It keeps no copy, so what became of a send without an answer cannot be found out. */
export function createSmtp(options: SmtpOptions): MailSender & { readonly name: 'smtp' } {
  return {
    name: 'smtp',
    send: (accessToken, message) => send(options, fromAccessToken(accessToken), message),
    lookUp: () => Promise.resolve({ answer: 'unknown', reason: 'no_copy_kept', lookAgainAt: null }),
  };
}
