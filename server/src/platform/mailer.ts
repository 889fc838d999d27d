import nodemailer from 'nodemailer';
import { ProviderError } from './provider-error.ts';

export interface Letter {
  to: string;
  subject: string;
  text: string;
  html: string;
}

export interface Mailer {
  /** Resolves when the mail server has taken the letter. Throws a ProviderError: `invalid` when it refused for good, else `transient`. */
  send(letter: Letter): Promise<void>;
  close(): void;
}

/** The service's own letters (welcome emails), by SMTP. Sales emails never go this way. */
export function createMailer({ smtpUrl, from }: { smtpUrl: string; from: string }): Mailer {
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(letter) {
      try {
        await transport.sendMail({ from, ...letter, headers: { 'Auto-Submitted': 'auto-generated' } });
      } catch (error) {
        const responseCode = (error as { responseCode?: number }).responseCode ?? 0;
        const kind = responseCode >= 500 ? 'invalid' : 'transient';
        const details = {
          provider: 'smtp' as const,
          vendorCode: responseCode ? String(responseCode) : (error as { code?: string }).code,
          cause: error,
        };
        throw new ProviderError(kind, 'The mail server did not take the letter.', details);
      }
    },
    close: () => transport.close(),
  };
}
