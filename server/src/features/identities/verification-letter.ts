import { html } from '../../platform/html.ts';
import { directionOf } from '../../platform/languages/index.ts';
import type { Claim } from './repository.ts';
import type { SayLetter } from './words/index.ts';

/** ID-1: "Please Verify Email Address". Says who asks, in words that the asker cannot choose. */
export function verificationLetter(
  say: SayLetter,
  {
    address,
    personName,
    personEmail,
    orgName,
    link,
    hours,
  }: Pick<Claim, 'address' | 'personName' | 'personEmail' | 'orgName'> & { link: string; hours: number },
): { subject: string; text: string; html: string } {
  const person = personName ? `${personName} (${personEmail})` : personEmail;
  const subject = say('letter.subject');
  const intro = say('letter.intro', { person, org: orgName, address });
  const advice = say('letter.advice');
  const validity = say('letter.validity', { hours });
  return {
    subject,
    text: `${intro}\n\n${advice}\n\n${say('letter.link', { link })}\n\n${validity}\n`,
    html: html`<!doctype html>
      <html lang="${say.language}" dir="${directionOf(say.language)}">
        <body style="margin:0;padding:24px;background:#f3f3f3;font-family:-apple-system,'Segoe UI',Roboto,Arial,sans-serif;color:#181818">
          <div style="max-width:480px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #c9c9c9;border-radius:8px">
            <h1 style="margin:0 0 16px;font-size:20px">${subject}</h1>
            <p>${intro}</p>
            <p>${advice}</p>
            <p style="margin:24px 0">
              <a
                href="${link}"
                style="display:inline-block;padding:10px 20px;border-radius:4px;background:#0250d9;color:#ffffff;text-decoration:none"
                >${say('letter.button')}</a
              >
            </p>
            <p style="color:#5c5c5c;font-size:13px">${validity}</p>
          </div>
        </body>
      </html>`.markup,
  };
}
