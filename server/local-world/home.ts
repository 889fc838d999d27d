import formbody from '@fastify/formbody';
import fastify from 'fastify';
import { addressesFor, type WorldUrls } from './addresses.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const STEPS: Record<string, { label: string; next(offsetMs: number): number }> = {
  'ten-minutes': { label: '10 minutes on', next: (offsetMs) => offsetMs + HOUR_MS / 6 },
  hour: { label: 'An hour on', next: (offsetMs) => offsetMs + HOUR_MS },
  day: { label: 'A day on', next: (offsetMs) => offsetMs + DAY_MS },
  week: { label: 'A week on', next: (offsetMs) => offsetMs + 7 * DAY_MS },
  now: { label: 'Back to the real time', next: () => 0 },
};

function escape(text: string) {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The page of the local world: its addresses, and the clock that all its processes share. */
export async function startHome({
  port,
  urls,
  moveClock,
}: {
  port: number;
  urls: WorldUrls;
  moveClock: (offsetMs: number) => Promise<void>;
}): Promise<{ close(): Promise<void> }> {
  const app = fastify();
  await app.register(formbody);
  const readOffset = async () => ((await (await fetch(`${urls.salesforce}/sim/clock`)).json()) as { offsetMs: number }).offsetMs;

  app.get('/', async (_request, reply) => reply.type('text/html; charset=utf-8').send(render(urls, await readOffset())));
  app.post<{ Body: { step?: string } }>('/clock', async (request, reply) => {
    const step = STEPS[request.body.step ?? ''];
    if (step) await moveClock(step.next(await readOffset()));
    return reply.redirect('/', 303);
  });
  await app.listen({ port, host: 'localhost' });
  return { close: () => app.close() };
}

function render(urls: WorldUrls, offsetMs: number): string {
  const addresses = addressesFor(urls)
    .map(({ title, url, hint }) => `<li><a href="${escape(url)}">${escape(title)}</a><span>${escape(hint)}</span></li>`)
    .join('');
  const buttons = Object.entries(STEPS)
    .map(([name, { label }]) => `<button name="step" value="${name}">${escape(label)}</button>`)
    .join(' ');
  const now = new Date(Date.now() + offsetMs).toISOString();
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Local world of MSI Actions</title><style>
body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:44rem;padding:0 1rem;color:#181818}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}ul{list-style:none;padding:0}
li{display:flex;flex-wrap:wrap;gap:.25rem 1rem;padding:.35rem 0;border-bottom:1px solid #e5e5e5}
li a{min-inline-size:15rem;color:#0b5cab}span{color:#5c5c5c}
button{font:inherit;padding:.3rem .8rem;border:1px solid #747474;border-radius:.25rem;background:#fff;cursor:pointer}
</style></head><body><main><h1>Local world of MSI Actions</h1><ul>${addresses}</ul>
<h2>Clock</h2><p>It is <strong>${escape(now.slice(0, 16).replace('T', ' '))} UTC</strong> for the service, the worker
and all simulators${offsetMs === 0 ? ', the real time' : ''}.</p>
<form method="post" action="/clock">${buttons}</form></main></body></html>`;
}
