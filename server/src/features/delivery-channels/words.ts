import type { ProviderErrorKind } from '../../platform/provider-error.ts';

/** What an admin reads about a server that did not take an email. Never the server's own words: they come from anywhere. */
export function inWords(kind: ProviderErrorKind, code = ''): string {
  if (code === 'PORT_NOT_ALLOWED') return 'Mail servers are reached at port 25, 465, 587 or 2525.';
  if (code === 'ENCRYPTION_NEEDED')
    return 'Without encryption anybody on the way could read the password and the emails. Choose TLS or STARTTLS.';
  if (code === 'HOST_NOT_ALLOWED') return 'This server is not on the public internet, so we cannot reach it.';
  if (code.startsWith('EAUTH 530')) return 'The mail server wants a user name and a password.';
  if (code.startsWith('EAUTH')) return 'The mail server refused the user name or the password.';
  if (code.startsWith('TLS'))
    return 'The server answered, but its certificate cannot be trusted or it speaks another kind of encryption. Check the name, the port and TLS or STARTTLS.';
  if (code.startsWith('InvalidRecipient')) return 'The mail server refused the address that the test email goes to.';
  if (code.startsWith('SenderRefused')) return 'The mail server does not let your address send.';
  switch (kind) {
    case 'admin_action':
      return 'The mail server refused to talk to us, or does not offer the encryption you chose.';
    case 'rate_limited':
      return 'The mail server asks to come back later.';
    case 'uncertain':
      return 'The mail server took the email but did not say so in time. See whether it has arrived.';
    case 'transient':
      return 'The mail server could not be reached, or broke off. Check its name and port.';
    default:
      return 'The mail server refused the test email.';
  }
}
