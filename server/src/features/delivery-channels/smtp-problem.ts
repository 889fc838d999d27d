import type { Sentence } from '../../platform/languages/index.ts';
import type { ProviderErrorKind } from '../../platform/provider-error.ts';
import { sentence } from './error-words/index.ts';

/** What an admin reads about a server that did not take an email. Never the server's own words: they come from anywhere. */
export function smtpProblem(kind: ProviderErrorKind, code = ''): Sentence {
  if (code === 'PORT_NOT_ALLOWED') return sentence('portNotAllowed');
  if (code === 'ENCRYPTION_NEEDED') return sentence('encryptionNeeded');
  if (code === 'HOST_NOT_ALLOWED') return sentence('hostNotAllowed');
  if (code.startsWith('EAUTH 530')) return sentence('signInNeeded');
  if (code.startsWith('EAUTH')) return sentence('signInRefused');
  if (code.startsWith('TLS')) return sentence('tlsFailed');
  if (code.startsWith('InvalidRecipient')) return sentence('recipientRefused');
  if (code.startsWith('SenderRefused')) return sentence('senderRefused');
  switch (kind) {
    case 'admin_action':
      return sentence('refusedToTalk');
    case 'rate_limited':
      return sentence('comeBackLater');
    case 'uncertain':
      return sentence('uncertain');
    case 'transient':
      return sentence('unreachable');
    default:
      return sentence('refused');
  }
}
