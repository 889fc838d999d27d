import type { FastifyReply } from 'fastify';
import PostalMime, { type Attachment } from 'postal-mime';
import { html, type Html } from '../common/index.ts';
import { headerOf, headersOf, readableHeader } from './raw-message.ts';

/** One message as a person reads it. `bodyUrl` serves `sendMessageBody`. */
export async function messageView(raw: Buffer, bodyUrl: string): Promise<Html> {
  const parsed = await PostalMime.parse(raw);
  // What the HTML shows is no attachment to a mail program
  const attached = parsed.attachments.filter((attachment) => !isShownIn(parsed.html ?? '', attachment));
  const rows = ['From', 'To', 'Cc', 'Bcc', 'Reply-To', 'Date', 'Subject'].filter((name) => headerOf(raw, name) !== undefined);
  return html`
    <dl>
      ${rows.map(
        (name) =>
          html`<dt>${name}</dt>
            <dd>${readableHeader(raw, name)}</dd>`,
      )}
    </dl>
    ${
      parsed.html
        ? html`<h2>Message</h2>
            <iframe title="The message as HTML" sandbox="allow-popups allow-popups-to-escape-sandbox" src="${bodyUrl}"></iframe>
            <p class="muted">Images are not loaded here, so that reading does not count as opening.</p>`
        : null
    }
    ${
      parsed.text
        ? html`<h2>Plain text</h2>
            <pre>${parsed.text}</pre>`
        : null
    }
    ${
      attached.length > 0
        ? html`<h2>Attachments</h2>
            <ul>
              ${attached.map(({ filename, mimeType }) => html`<li>${filename ?? 'without a name'} (${mimeType})</li>`)}
            </ul>`
        : null
    }
    <details>
      <summary>All headers</summary>
      <dl>
        ${headersOf(raw).map(
          ({ name, value }) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>
    </details>
    <details>
      <summary>Source</summary>
      <pre>${raw.toString('utf8')}</pre>
    </details>
  `;
}

/**
 * Sends the HTML of a message alone, fit for a sandboxed frame: no scripts, no images from outside, links open in a new tab. Pictures that
 * are parts of the message are shown (RFC 2392).
 */
export async function sendMessageBody(reply: FastifyReply, raw: Buffer): Promise<FastifyReply> {
  const { html: markup = '', attachments } = await PostalMime.parse(raw, { attachmentEncoding: 'base64' });
  const shown = attachments.reduce(withPicture, markup);
  return reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-popups-to-escape-sandbox",
    )
    .header('referrer-policy', 'no-referrer')
    .send(`<base target="_blank" />${shown}`);
}

function urlOf({ contentId }: Attachment): string | null {
  return contentId ? `cid:${contentId.replace(/^<|>$/g, '')}` : null;
}

function isShownIn(markup: string, attachment: Attachment): boolean {
  const url = urlOf(attachment);
  return url !== null && markup.includes(`"${url}"`);
}

function withPicture(markup: string, attachment: Attachment): string {
  const url = urlOf(attachment);
  const { mimeType, content } = attachment;
  return url !== null && mimeType.startsWith('image/') && typeof content === 'string'
    ? markup.replaceAll(`"${url}"`, `"data:${mimeType};base64,${content}"`)
    : markup;
}

/** A date and time that reads the same for everybody who looks at the demo. */
export function readableTime(at: string): string {
  return new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }) + ' UTC';
}
