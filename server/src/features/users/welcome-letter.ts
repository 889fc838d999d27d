import { html, Html } from '../../platform/html.ts';
import { plainText } from '../../platform/rich-text/plain-text.ts';
import { dayWords, directionOf, type Language } from '../../platform/languages/index.ts';
import { fillWords, type TokenValues, type WelcomeWords } from './welcome-words.ts';
import type { SayLetter } from './words/index.ts';

export interface WelcomeLetterFacts extends TokenValues {
  /** The org's own words, or ours. */
  words: WelcomeWords;
  link: string;
  expiresAt: Date;
}

export interface WelcomeLetter {
  fromName: string;
  subject: string;
  text: string;
  html: string;
}

const FONT = `font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif`;
const BUTTON_STYLE = `display:inline-block;padding:12px 28px;${FONT};font-size:16px;font-weight:600;color:#ffffff;text-decoration:none`;
const FOOTER_STYLE =
  'max-width:560px;margin:16px auto 0;padding:0 12px;font-size:12px;line-height:1.5;color:#5c5c5c;text-align:center;' + FONT;

/**
 * The welcome email, whose button begins the way in. The frame around the words is the same for every org, in the language of the reader;
 * what an admin has written stays as it is.
 */
export function welcomeLetter(say: SayLetter, { words, link, ...facts }: WelcomeLetterFacts): WelcomeLetter {
  const { fromName, subject, bodyHtml: written, button, validity, footer } = welcomeText(say, words, facts);
  // In the editor paragraphs have no room between them, and so they must not here: what is written is what arrives
  const bodyHtml = written.replaceAll('<p>', '<p style="margin:0">');
  return {
    fromName,
    subject,
    text: `${plainText(bodyHtml)}\n\n${say('letter.link', { button, link })}\n\n${validity}\n\n-- \n${footer}\n`,
    html: frame({
      language: say.language,
      company: facts.company,
      subject,
      body: new Html(bodyHtml),
      button,
      link,
      validity,
      footer,
    }).markup,
  };
}

/** What the letter says, without its looks: for the letter and for its preview. */
export function welcomeText(say: SayLetter, words: WelcomeWords, { expiresAt, ...values }: TokenValues & { expiresAt: Date }) {
  const { company, invitedBy } = values;
  return {
    ...fillWords(say, words, values),
    fromName: say('letter.from', { company }),
    button: say('letter.button'),
    validity: say('letter.validity', { day: dayWords(say.language, expiresAt) }),
    footer: invitedBy ? say('letter.footer', { invitedBy, company }) : say('letter.footerOfAdmin', { company }),
  };
}

interface Frame {
  language: Language;
  company: string;
  subject: string;
  body: Html;
  button: string;
  link: string;
  validity: string;
  footer: string;
}

/** Tables and inline styles: Outlook for Windows knows neither margins of blocks nor rounded links. */
function frame({ language, company, subject, body, button, link, validity, footer }: Frame): Html {
  return html`<!doctype html>
    <html lang="${language}" dir="${directionOf(language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>${subject}</title>
      </head>
      <body style="margin:0;padding:0;background:#f3f3f3">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f3f3f3">
          <tr>
            <td align="center" style="padding:24px 12px">
              <table
                role="presentation"
                width="100%"
                cellpadding="0"
                cellspacing="0"
                style="max-width:560px;background:#ffffff;border:1px solid #c9c9c9"
              >
                <tr>
                  <td style="padding:20px 28px;border-top:4px solid #0250d9;border-bottom:1px solid #e5e5e5;${FONT};color:#181818">
                    <span style="font-size:18px;font-weight:600">${company}</span><br />
                    <span style="font-size:13px;color:#5c5c5c">MSI Actions</span>
                  </td>
                </tr>
                <tr>
                  <td style="padding:16px 28px 4px;${FONT};font-size:16px;line-height:1.5;color:#181818">${body}</td>
                </tr>
                <tr>
                  <td style="padding:20px 28px 24px">
                    <table role="presentation" cellpadding="0" cellspacing="0">
                      <tr>
                        <td bgcolor="#0250d9" style="border-radius:4px">
                          <a href="${link}" style="${BUTTON_STYLE}">${button}</a>
                        </td>
                      </tr>
                    </table>
                    <p style="margin:16px 0 0;${FONT};font-size:13px;line-height:1.5;color:#5c5c5c">${validity}</p>
                  </td>
                </tr>
              </table>
              <p style="${FOOTER_STYLE}">${footer}</p>
            </td>
          </tr>
        </table>
      </body>
    </html>`;
}
