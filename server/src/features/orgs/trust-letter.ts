import { html } from '../../platform/html.ts';
import { directionOf, minuteWords } from '../../platform/languages/index.ts';
import type { TrustChangeLetter } from './trust-change-letter.ts';
import type { SayLetter } from './words/index.ts';

/** Tells an admin of a change in what the org is trusted by: what, who, when, from where, and what to do. */
export function trustLetter(
  say: SayLetter,
  { kind, about, orgName, by, ipAddress, at }: Omit<TrustChangeLetter, 'to' | 'language'>,
  link: string,
): { subject: string; text: string; html: string } {
  const heading = say(`${kind}.heading`);
  const effect = say(`${kind}.effect`);
  const advice = say(`${kind}.advice`);
  const facts: [string, string][] = [
    [say('fact.org'), orgName],
    [say(`${kind}.about`), about],
    [say('fact.by'), by ?? say('fact.unknown')],
    [say('fact.from'), ipAddress ?? say('fact.unknown')],
    [say('fact.when'), minuteWords(say.language, new Date(at))],
  ];
  const factLines = facts.map(([name, value]) => say('fact.line', { name, value })).join('\n');
  return {
    subject: say(`${kind}.subject`, { org: orgName }),
    text: `${say('letter.opening', { heading })}\n\n${factLines}\n\n${effect}\n\n${advice}\n\n${say('letter.link', { link })}\n`,
    html: html`<!doctype html>
      <html lang="${say.language}" dir="${directionOf(say.language)}">
        <body style="margin:0;padding:24px;background:#f3f3f3;font-family:-apple-system,'Segoe UI',Roboto,Arial,sans-serif;color:#181818">
          <div style="max-width:480px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #c9c9c9;border-radius:8px">
            <h1 style="margin:0 0 16px;font-size:20px">${heading}</h1>
            <table style="border-collapse:collapse;font-size:14px">
              ${facts.map(
                ([name, value]) =>
                  html`<tr>
                    <td style="padding:4px 0;padding-inline-end:16px;color:#5c5c5c;vertical-align:top;white-space:nowrap">${name}</td>
                    <td style="padding:4px 0;word-break:break-word">${value}</td>
                  </tr>`,
              )}
            </table>
            <p>${effect}</p>
            <p>${advice}</p>
            <p style="margin:24px 0">
              <a
                href="${link}"
                style="display:inline-block;padding:10px 20px;border-radius:4px;background:#0250d9;color:#ffffff;text-decoration:none"
                >${say('letter.button')}</a
              >
            </p>
          </div>
        </body>
      </html>`.markup,
  };
}
