import type { SendAsAddress } from '../mailbox.ts';
import { gmailApi, once } from './clients.ts';
import { apiError } from './errors.ts';
import type { GmailSettings } from './settings.ts';

/** The From addresses that Gmail lets this mailbox use: its own, and aliases whose verification is complete. */
export async function sendAs(settings: GmailSettings, accessToken: string): Promise<SendAsAddress[]> {
  const api = await gmailApi(settings, accessToken);
  const { data } = await api.users.settings.sendAs.list({ userId: 'me' }, once(settings)).catch((error: unknown) => {
    throw apiError(error, 'read', settings.clock.now());
  });
  return (data.sendAs ?? []).flatMap(({ sendAsEmail, displayName, signature, isPrimary, verificationStatus }) =>
    sendAsEmail && (isPrimary || verificationStatus === 'accepted')
      ? [
          {
            address: sendAsEmail.toLowerCase(),
            name: displayName?.trim() || null,
            signatureHtml: signature ?? '',
            isPrimary: isPrimary ?? false,
          },
        ]
      : [],
  );
}
