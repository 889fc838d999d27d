import { ProviderError, type ProviderErrorDetails, type ProviderErrorKind } from '../../platform/provider-error.ts';
import { HostNotAllowed } from './open-socket.ts';

/** What nodemailer adds to an error: the reply of the server and the command it belongs to. */
interface SmtpFailure extends Error {
  code?: string;
  originalCode?: string;
  command?: string;
  response?: string;
  responseCode?: number;
  /** Whom a refused RCPT named. */
  recipient?: string;
}

const SLOW_DOWN = [421, 450, 451, 452];
const SIGN_IN_FIRST = [530, 534, 535, 538];
/** Google and Exchange: so many emails or recipients for a day; neither message nor recipient is at fault. */
const DAILY_LIMITS = ['5.4.5', '5.1.90', '5.7.232', '5.7.233'];
/** Exchange: the account, or all of its tenant, may send nothing for a while, mostly because of what was taken for spam. */
const SUSPENDED = /\b5\.1\.8\b|\b5\.7\.70[58]\b|OutboundSpamException/;
/** Exchange: not as this sender. */
const NOT_AS_THIS_SENDER = /\b5\.7\.60\b|SendAsDenied/;
/** A server that does not pass on our mail at all says so of each recipient. */
const NO_RELAY = /\brelay(ing)?\b.*\b(denied|not permitted|not allowed|prohibited)|unable to relay/i;
const CERTIFICATE = /CERT|SIGNATURE|ALTNAME|SSL|TLS|EPROTO/;

/**
 * Turns a failed send into our words. A reply is always an answer: what the server refused it has not taken. Without one it depends on
 * whether the end of the message was on its way (`handedOver`), because only after that the server may have taken it.
 */
export function smtpError(error: unknown, { handedOver }: { handedOver: boolean }): ProviderError {
  if (error instanceof ProviderError) return error;
  const failure: SmtpFailure = error instanceof Error ? error : new Error(String(error));
  if ((failure.responseCode ?? 0) >= 400) return refusal(failure, failure.responseCode ?? 0);
  const of = (kind: ProviderErrorKind, message: string, vendorCode = failure.originalCode ?? failure.code): ProviderError =>
    new ProviderError(kind, message, { provider: 'smtp', vendorCode, cause: error });
  if (handedOver) return of('uncertain', 'The mail server did not answer, and may have taken the message.');
  if (failure instanceof HostNotAllowed) return of('admin_action', 'This mail server may not be used.');
  if (failure.code === 'EMESSAGE') return of('invalid', 'The message is larger than the mail server takes.', 'SizeExceeded');
  if (failure.code === 'EENVELOPE') return of('invalid', 'The address cannot be used with this mail server.', 'InvalidRecipient');
  if (failure.code === 'EAUTH') return of('admin_action', 'The mail server offers no sign-in that we can use.', 'EAUTH');
  if (CERTIFICATE.test(failure.originalCode ?? ''))
    return of('admin_action', 'The connection to the mail server cannot be made safe.', `TLS ${failure.originalCode ?? ''}`);
  return of('transient', 'The mail server could not be reached.');
}

const SETTINGS = /^(EAUTH|HOST_NOT_ALLOWED|PORT_NOT_ALLOWED|ENCRYPTION_NEEDED)/;

/** Whether an `admin_action` is about what the admin has typed, which does not mend itself, and not about a connection that failed. */
export function isAboutSettings({ vendorCode = '' }: ProviderError): boolean {
  return SETTINGS.test(vendorCode);
}

function refusal(failure: SmtpFailure, code: number): ProviderError {
  const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(failure.response ?? '')?.[0];
  const vendorCode = [code, status].filter(Boolean).join(' ');
  const of = (kind: ProviderErrorKind, message: string, prefix = '', more: Partial<ProviderErrorDetails> = {}): ProviderError =>
    new ProviderError(kind, message, { provider: 'smtp', vendorCode: prefix + vendorCode, cause: failure, ...more });

  if (failure.code === 'EAUTH' || SIGN_IN_FIRST.includes(code))
    return code < 500
      ? of('transient', 'The mail server cannot check the password now.')
      : of('admin_action', 'The mail server refused the password.', 'EAUTH ');
  // Whatever command they come with, these are not about what the command names
  const response = failure.response ?? '';
  if (code >= 500 && DAILY_LIMITS.includes(status ?? ''))
    return of('admin_action', 'The mail server has taken as much as it does in a day.', '', { trouble: 'limit' });
  if (code >= 500 && SUSPENDED.test(response)) return of('admin_action', 'The account may send nothing now.', '', { trouble: 'suspended' });
  if (code >= 500 && NOT_AS_THIS_SENDER.test(response))
    return of('invalid', 'The mail server does not let this address send.', 'SenderRefused ');
  if (code >= 500 && failure.command === 'RCPT TO' && NO_RELAY.test(response))
    return of('admin_action', 'The mail server does not pass on our emails.', '', { trouble: 'doubtful' });
  // Of one recipient, and not of the server: it must not hold up the mail of all others
  if (failure.command === 'RCPT TO' && code !== 421)
    return code < 500
      ? of('transient', 'The recipient cannot be reached now.')
      : of('invalid', 'The mail server refused a recipient.', 'InvalidRecipient ', {
          refusedRecipients: failure.recipient ? [failure.recipient] : undefined,
        });
  if (code < 500) return of(SLOW_DOWN.includes(code) ? 'rate_limited' : 'transient', 'The mail server asks to come back later.');
  if (code === 552 || code === 523 || status === '5.3.4' || status === '5.2.3')
    return of('invalid', 'The message is larger than the mail server takes.', 'SizeExceeded ');
  if (failure.command === 'MAIL FROM') return of('invalid', 'The mail server does not let this address send.', 'SenderRefused ');
  if (failure.command === 'DATA') return of('invalid', 'The mail server refused the message.');
  return of('admin_action', 'The mail server does not talk to us.');
}
