import { z } from 'zod';

/** How a server is reached. It travels to `send` in the place of an access token, as JSON. */
const SmtpServerSettings = z.object({
  host: z.string(),
  port: z.int(),
  /** `tls`: from the first byte. `starttls`: upgraded before anything is said, or not used at all. */
  security: z.enum(['tls', 'starttls', 'none']),
  username: z.string().nullable(),
  password: z.string().nullable(),
});
export type SmtpServerSettings = z.infer<typeof SmtpServerSettings>;

export function toAccessToken({ host, port, security, username, password }: SmtpServerSettings): string {
  return JSON.stringify({ host, port, security, username, password });
}

export function fromAccessToken(accessToken: string): SmtpServerSettings {
  return SmtpServerSettings.parse(JSON.parse(accessToken));
}

export interface SmtpOptions {
  /** Only for a local world: servers of this machine and its network, any port, and no encryption are fine. */
  allowPrivateHosts: boolean;
  /** What we call ourselves in EHLO. */
  clientName: string;
  /** PEM of certificate authorities to trust instead of the usual ones. */
  trustedCertificates?: string | undefined;
  /** For the whole of one send. */
  timeoutMs?: number | undefined;
}

/** Submission and its relatives; anything else is no mail server, and nobody may use us to knock on other doors. */
const MAIL_PORTS: readonly number[] = [25, 465, 587, 2525];

/** Why a server may not be used before it is even looked for; null when nothing speaks against it. */
export function refusalOf({ port, security }: Pick<SmtpServerSettings, 'port' | 'security'>, options: SmtpOptions): string | null {
  if (options.allowPrivateHosts) return null;
  if (!MAIL_PORTS.includes(port)) return 'PORT_NOT_ALLOWED';
  return security === 'none' ? 'ENCRYPTION_NEEDED' : null;
}
