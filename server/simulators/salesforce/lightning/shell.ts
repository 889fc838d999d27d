import type { LightningBuild } from './build/build.ts';
import { escapeHtml } from '../../common/index.ts';
import type { Setup } from './setup.ts';

/** The document of every Lightning page; all else is drawn by the components it loads. */
export function shell({ engineUrl, appUrl, lwsUrl }: LightningBuild, setup: Setup): string {
  const data = JSON.stringify({ ...setup, lwsUrl: lwsUrl && `${lwsUrl}/main.js` }).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Lightning Experience | Salesforce</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/assets/styles/salesforce-lightning-design-system.min.css" />
    <style>
      html, body { background: #f3f3f3; }
      .slds-card { box-shadow: 0 2px 2px 0 rgb(0 0 0 / 10%); }
    </style>
    <script type="application/json" id="setup">${data}</script>
    <script type="module" src="${engineUrl}/shadow.js"></script>
    <script type="module" src="${appUrl}/main.js"></script>
  </head>
  <body></body>
</html>
`;
}

/** Shown in place of the page when a component does not compile. */
export function buildFailure(error: unknown): string {
  const { message, loc, frame } = error as { message?: string; loc?: { file?: string; line?: number }; frame?: string };
  const place = loc?.file ? `${loc.file}${loc.line ? `:${loc.line}` : ''}` : '';
  return `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>The components do not compile</title></head>
  <body style="font: 14px system-ui; margin: 2rem">
    <h1>The components do not compile</h1>
    <pre>${escapeHtml([message ?? String(error), place, frame].filter(Boolean).join('\n'))}</pre>
    <p>Correct the source and load this page again.</p>
  </body>
</html>
`;
}
