import { ProviderError, type ProviderErrorKind } from '../../platform/provider-error.ts';
import { HostNotAllowed } from './open-socket.ts';

/** What nodemailer adds to an error: the reply of the server and the command it belongs to. */
interface SmtpFailure extends Error {
  code?: string;
  originalCode?: string;
  command?: string;
  response?: string;
  responseCode?: number;
}

const SLOW_DOWN = [421, 450, 451, 452];
const SIGN_IN_FIRST = [530, 534, 535, 538];
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

function refusal(failure: SmtpFailure, code: number): ProviderError {
  const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(failure.response ?? '')?.[0];
  const vendorCode = [code, status].filter(Boolean).join(' ');
  const of = (kind: ProviderErrorKind, message: string, prefix = ''): ProviderError =>
    new ProviderError(kind, message, { provider: 'smtp', vendorCode: prefix + vendorCode, cause: failure });

  if (failure.code === 'EAUTH' || SIGN_IN_FIRST.includes(code))
    return code < 500
      ? of('transient', 'The mail server cannot check the password now.')
      : of('admin_action', 'The mail server refused the password.', 'EAUTH ');
  // Of one recipient, and not of the server: it must not hold up the mail of all others
  if (failure.command === 'RCPT TO' && code !== 421)
    return code < 500
      ? of('transient', 'The recipient cannot be reached now.')
      : of('invalid', 'The mail server refused a recipient.', 'InvalidRecipient ');
  if (code < 500) return of(SLOW_DOWN.includes(code) ? 'rate_limited' : 'transient', 'The mail server asks to come back later.');
  if (code === 552 || code === 523 || status === '5.3.4' || status === '5.2.3')
    return of('invalid', 'The message is larger than the mail server takes.', 'SizeExceeded ');
  if (failure.command === 'MAIL FROM') return of('invalid', 'The mail server does not let this address send.', 'SenderRefused ');
  if (failure.command === 'DATA') return of('invalid', 'The mail server refused the message.');
  return of('admin_action', 'The mail server does not talk to us.');
}
