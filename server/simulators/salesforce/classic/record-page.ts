import { html, Html } from '../../common/index.ts';

export interface ClassicRecord {
  object: string;
  name: string;
  userName: string;
  fields: { label: string; value: string }[];
  tabs: { name: string; label: string }[];
  /** The address of our Visualforce page; null on an object that has none. */
  frameUrl: string | null;
  lightningUrl: string;
}

/** What an administrator chooses in the properties of a Visualforce page on a page layout. */
const FRAME_HEIGHT = 600;

const STYLE = `
body{margin:0;font:12px Arial,Helvetica,sans-serif;background:#0b5f7a;color:#222}
header{display:flex;gap:12px;align-items:center;padding:10px 14px;color:#fff;font-weight:bold}header a{color:#fff;margin-inline-start:auto}
nav{display:flex;gap:2px;padding-inline:14px;overflow:hidden}
nav span{padding:6px 12px;background:#236fbd;color:#fff}nav .current{background:#fff;color:#222}
main{background:#fff;padding:14px}h1{font-size:18px;margin:0 0 10px}
h2{font-size:13px;margin:14px 0 0;padding:5px 8px;background:#236fbd;color:#fff}
dl{display:grid;grid-template-columns:minmax(90px,max-content) 1fr;margin:0;border:1px solid #eaeaea}
dt,dd{margin:0;padding:5px 8px;border-bottom:1px solid #eaeaea;overflow-wrap:anywhere}dt{color:#4a4a56;font-weight:bold;text-align:end}
iframe{display:block;width:100%;border:0}`;

/** A record page of Salesforce Classic: its fields, and the Visualforce page in a frame that is as high as the page layout says. */
export function classicRecordPage({ object, name, userName, fields, tabs, frameUrl, lightningUrl }: ClassicRecord): string {
  return page(
    `${object}: ${name}`,
    html`<header>
        <span>Salesforce Classic (simulated)</span><span>${userName}</span><a href="${lightningUrl}">Switch to Lightning Experience</a>
      </header>
      <nav>${tabs.map((tab) => html`<span class="${tab.name === object ? 'current' : ''}">${tab.label}</span>`)}</nav>
      <main>
        <h1>${name}</h1>
        <h2>${object} Detail</h2>
        <dl>
          ${fields.map(
            ({ label, value }) =>
              html`<dt>${label}</dt>
                <dd>${value}</dd>`,
          )}
        </dl>
        ${
          frameUrl &&
          html`<h2>MSI Actions</h2>
            <iframe title="MSI Actions" src="${frameUrl}" height="${FRAME_HEIGHT}"></iframe>`
        }
      </main>`,
  );
}

/** What a Visualforce page says to a user who may not open it. */
export function noPrivileges(): string {
  return page(
    'Insufficient Privileges',
    html`<main>
      <h1>Insufficient Privileges</h1>
      <p>You do not have the level of access necessary.</p>
    </main>`,
  );
}

function page(title: string, body: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        ${new Html(`<style>${STYLE}</style>`)}
      </head>
      <body>
        ${body}
      </body>
    </html>`.text;
}
