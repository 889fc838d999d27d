import { html } from '../../platform/html.ts';
import { utcDay } from '../../platform/utc-words.ts';

/** The welcome email, whose Get Started begins the way in. */
export function welcomeLetter({
  orgName,
  invitedBy,
  link,
  expiresAt,
}: {
  orgName: string;
  invitedBy: string | null;
  link: string;
  expiresAt: Date;
}): {
  subject: string;
  text: string;
  html: string;
} {
  const inviter = invitedBy ? `${invitedBy} has invited you` : 'You are invited';
  const intro = `${inviter} to send sales emails from inside Salesforce at ${orgName}.`;
  const steps = 'It takes about two minutes: you sign in with Salesforce and connect your Gmail or Outlook mailbox.';
  const validity = `The link is yours alone and works once, until ${utcDay(expiresAt)}.`;
  return {
    subject: `Get started with MSI Actions at ${orgName}`,
    text: `${intro}\n\n${steps}\n\nGet Started: ${link}\n\n${validity}\n`,
    html: html`<!doctype html>
      <html lang="en">
        <body style="margin:0;padding:24px;background:#f3f3f3;font-family:-apple-system,'Segoe UI',Roboto,Arial,sans-serif;color:#181818">
          <div style="max-width:480px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #c9c9c9;border-radius:8px">
            <h1 style="margin:0 0 16px;font-size:20px">Sales actions in Salesforce</h1>
            <p>${intro}</p>
            <p>${steps}</p>
            <p style="margin:24px 0">
              <a
                href="${link}"
                style="display:inline-block;padding:10px 20px;border-radius:4px;background:#0250d9;color:#ffffff;text-decoration:none"
                >Get Started</a
              >
            </p>
            <p style="color:#5c5c5c;font-size:13px">${validity}</p>
          </div>
        </body>
      </html>`.markup,
  };
}
