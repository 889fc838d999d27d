import { html } from '../../platform/html.ts';
import { utcMinute } from '../../platform/utc-words.ts';
import type { TrustChangeKind, TrustChangeLetter } from './trust-change-letter.ts';

interface Words {
  subject: (orgName: string) => string;
  heading: string;
  /** What `about` is. */
  about: string;
  effect: string;
  /** What to do when this was nobody of ours. */
  advice: string;
}

const WORDS: Record<TrustChangeKind, Words> = {
  certificate_uploaded: {
    subject: (orgName) => `A certificate was added for ${orgName}`,
    heading: 'A certificate was added',
    about: 'SHA-256 fingerprint',
    effect: 'From now on whoever holds the key of this certificate can sign people of your org in to MSI Actions.',
    advice: 'If nobody of your company did this, revoke the certificate at once, and look in Salesforce who has administrator rights.',
  },
  certificate_revoked: {
    subject: (orgName) => `A certificate of ${orgName} was revoked`,
    heading: 'A certificate was revoked',
    about: 'SHA-256 fingerprint',
    effect: 'MSI Actions refuses everything that is signed with it. All panels were signed out and sign in again by themselves.',
    advice: 'If nobody of your company did this, look at the certificates, and look in Salesforce who has administrator rights.',
  },
  lightning_origin_changed: {
    subject: (orgName) => `The Lightning address of ${orgName} was changed`,
    heading: 'The Lightning address was changed',
    about: 'New address',
    effect: 'MSI Actions answers browsers at this address only. Panels at another address stop working.',
    advice: 'If nobody of your company did this, change it back, and look in Salesforce who has administrator rights.',
  },
};

/** Tells an admin of a change in what the org is trusted by: what, who, when, from where, and what to do. */
export function trustLetter(
  { kind, about, orgName, by, ipAddress, at }: Omit<TrustChangeLetter, 'to'>,
  link: string,
): { subject: string; text: string; html: string } {
  const words = WORDS[kind];
  const facts: [string, string][] = [
    ['Org', orgName],
    [words.about, about],
    ['By', by ?? 'unknown'],
    ['From', ipAddress ?? 'unknown'],
    ['When', utcMinute(new Date(at))],
  ];
  const factLines = facts.map(([name, value]) => `${name}: ${value}`).join('\n');
  return {
    subject: words.subject(orgName),
    text: `${words.heading}.\n\n${factLines}\n\n${words.effect}\n\n${words.advice}\n\nCertificates: ${link}\n`,
    html: html`<!doctype html>
      <html lang="en">
        <body style="margin:0;padding:24px;background:#f3f3f3;font-family:-apple-system,'Segoe UI',Roboto,Arial,sans-serif;color:#181818">
          <div style="max-width:480px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #c9c9c9;border-radius:8px">
            <h1 style="margin:0 0 16px;font-size:20px">${words.heading}</h1>
            <table style="border-collapse:collapse;font-size:14px">
              ${facts.map(
                ([name, value]) =>
                  html`<tr>
                    <td style="padding:4px 16px 4px 0;color:#5c5c5c;vertical-align:top;white-space:nowrap">${name}</td>
                    <td style="padding:4px 0;word-break:break-word">${value}</td>
                  </tr>`,
              )}
            </table>
            <p>${words.effect}</p>
            <p>${words.advice}</p>
            <p style="margin:24px 0">
              <a
                href="${link}"
                style="display:inline-block;padding:10px 20px;border-radius:4px;background:#0250d9;color:#ffffff;text-decoration:none"
                >Look at the certificates</a
              >
            </p>
          </div>
        </body>
      </html>`.markup,
  };
}
