import type { Browser, CDPSession, Page } from 'playwright-core';
import type { World } from '../local-world/world.ts';
import { openPage } from '../test-support/browser.ts';

/** Who looks at the page of which Lead. */
export interface Visitor {
  browser: Browser;
  urls: World['urls'];
  salesforceUserId: string;
  leadId: string;
}

/** How slow processor and line are made. */
export interface Condition {
  cpu: number;
  latencyMs: number;
}

/** The component that stands beside the record, and what to look for. All but its name are selectors. */
export interface Shown {
  component: string;
  host: string;
  content: string;
  /** Opens the window. */
  button?: string;
  /** The first field of the window. */
  field?: string;
  /** In the window: opens the picker of templates, and the first of them. */
  picker?: { button: string; template: string };
}

export interface Visit {
  /** From the component on the page to its first content. */
  contentMs: number;
  /** From the click to a field that can be typed in. */
  windowMs: number;
  /** From the click to a template that can be chosen. */
  pickerMs: number;
  /** Made until the first content. */
  apexCalls: number;
  serviceRequests: number;
  preflights: number;
}

const CONTENT_WITHIN_MS = 60_000;
const BYTES_PER_S = { down: 1_250_000, up: 600_000 };

/** Opens the Lead's page without cookies and cache, looks on until the component shows its content, then opens its window if it has one. */
export async function visitPage({ browser, urls, salesforceUserId, leadId }: Visitor, line: Condition, shown: Shown): Promise<Visit> {
  const { page, context } = await openPage(browser);
  const session = await context.newCDPSession(page);
  await slowDown(session, line);
  const seen = countRequests(session, urls.service);
  await page.addInitScript(watchPage, shown);
  const to = `/lightning/r/Lead/${leadId}/view?${new URLSearchParams({ production: '1', sidebar: shown.component })}`;
  await page.goto(`${urls.salesforce}/sim/login?${new URLSearchParams({ as: salesforceUserId, to })}`, { waitUntil: 'commit' });
  const contentAt = await timeOf(page, 'contentAt');
  const requests = { ...seen };
  const contentMs = contentAt - (await timeOf(page, 'mountedAt'));
  const { button, field, picker } = shown;
  const windowMs = button && field ? await timeOfClick(page, button, field) : Number.NaN;
  const pickerMs = picker ? await timeOfClick(page, picker.button, picker.template) : Number.NaN;
  await context.close();
  return { contentMs, windowMs, pickerMs, ...requests };
}

async function slowDown(session: CDPSession, { cpu, latencyMs }: Condition): Promise<void> {
  await session.send('Network.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  if (latencyMs === 0) return;
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: latencyMs,
    downloadThroughput: BYTES_PER_S.down,
    uploadThroughput: BYTES_PER_S.up,
  });
}

/** From the click to what it opens. Before it the page has come to rest, so that what is opened has the processor for itself. */
async function timeOfClick(page: Page, button: string, opened: string): Promise<number> {
  await page.waitForLoadState('networkidle', { timeout: CONTENT_WITHIN_MS });
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  await page.evaluate((selector) => (window as unknown as Watched).watchClick?.(selector), opened);
  await page.locator(button).click();
  return (await timeOf(page, 'openAt')) - (await timeOf(page, 'pressedAt'));
}

type Times = Partial<Record<'mountedAt' | 'contentAt' | 'pressedAt' | 'openAt', number>>;
type Watched = Times & { watchClick?: (opened: string) => void };

async function timeOf(page: Page, name: keyof Times): Promise<number> {
  const found = await page.waitForFunction((name) => (window as unknown as Times)[name], name, { timeout: CONTENT_WITHIN_MS });
  return (await found.jsonValue()) ?? Number.NaN;
}

/** Runs in the page before its scripts: afterwards synthetic shadow would hide the insides of components from it. */
function watchPage({ host, content }: Shown): void {
  const watched = window as unknown as Watched;
  const querySelector = Reflect.get<Document, 'querySelector'>(Document.prototype, 'querySelector');
  const find = (selector: string) => querySelector.call(document, selector) as HTMLInputElement | null;
  new MutationObserver((_changes, observer) => {
    if (watched.mountedAt === undefined && find(host)) watched.mountedAt = performance.now();
    if (watched.mountedAt === undefined || !find(content)) return;
    watched.contentAt = performance.now();
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });

  watched.watchClick = (opened) => {
    delete watched.pressedAt;
    delete watched.openAt;
    const lookForIt = () => {
      const found = find(opened);
      // a window fades in: before that nobody sees its field
      if (found?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !found.disabled && !found.readOnly)
        watched.openAt = performance.now();
      else requestAnimationFrame(lookForIt);
    };
    const handlePress = ({ timeStamp }: Event) => {
      watched.pressedAt = timeStamp;
      requestAnimationFrame(lookForIt);
    };
    document.addEventListener('click', handlePress, { capture: true, once: true });
  };
}

function countRequests(session: CDPSession, serviceUrl: string): Pick<Visit, 'apexCalls' | 'serviceRequests' | 'preflights'> {
  const seen = { apexCalls: 0, serviceRequests: 0, preflights: 0 };
  session.on('Network.requestWillBeSent', ({ request }) => {
    const url = new URL(request.url);
    if (url.pathname.startsWith('/sim/apex/')) seen.apexCalls += 1;
    if (url.origin !== serviceUrl) return;
    if (request.method === 'OPTIONS') seen.preflights += 1;
    else seen.serviceRequests += 1;
  });
  return seen;
}
