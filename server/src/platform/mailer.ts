import nodemailer from 'nodemailer';
import { ProviderError } from './provider-error.ts';

export interface Letter {
  to: string;
  /** In place of the name in the service's own address. */
  fromName?: string;
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
  const address = /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from;
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ fromName, ...letter }) {
      try {
        const sender = fromName ? { name: fromName, address } : from;
        await transport.sendMail({ from: sender, ...letter, headers: { 'Auto-Submitted': 'auto-generated' } });
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
