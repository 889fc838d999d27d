import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { seedWorld } from '../../local-world/seed.ts';
import type { World, WorldOptions } from '../../local-world/world.ts';
import { createPool, inOrg } from '../../src/platform/postgres.ts';
import { axeViolations, launchBrowser, openPage, type OpenPage } from '../browser.ts';
import { AVERY, NOOR, ORG_ID, RAE } from './cast.ts';
import { openWorld } from './open-world.ts';
import { sharedWorld } from './shared-world.ts';

export interface Stage {
  world: Pick<World, 'urls'>;
  browser: Browser;
  /** Everything that service and worker have logged so far. */
  logs(): Promise<string>;
  /** A browser of somebody else: cookies of its own. */
  enter(options?: Parameters<typeof openPage>[1]): Promise<OpenPage>;
  close(): Promise<void>;
}

/**
 * A browser in front of an org of this journey's own: in the world that `npm test` started for all journeys, or in a world that is started
 * for this one alone.
 */
export async function openStage(seed: WorldOptions['seed'] = 'people'): Promise<Stage> {
  const { world, directory, end } = await joinWorld(seed);
  if (seed !== 'nothing') await shortenUndo(world.database);
  const browser = await launchBrowser();
  return {
    world,
    browser,
    async logs() {
      const texts = await Promise.all(['service', 'worker'].map((name) => readFile(path.join(directory, 'logs', `${name}.log`), 'utf8')));
      return texts.join('');
    },
    enter: (options) => openPage(browser, options),
    async close() {
      await lookAtLast(browser);
      await browser.close();
      await end();
    },
  };
}

/** Every email that a journey sees arrive waits for this time first. */
const UNDO_SECONDS = 5;

async function shortenUndo({ app }: World['database']): Promise<void> {
  const pool = createPool(app, 1);
  await inOrg(pool, ORG_ID, (tx) => tx.query('update orgs set undo_seconds = $2 where org_id = $1', [ORG_ID, UNDO_SECONDS]));
  await pool.end();
}

async function joinWorld(
  seed: WorldOptions['seed'],
): Promise<{ world: Pick<World, 'urls' | 'database'>; directory: string; end: () => Promise<void> }> {
  const shared = sharedWorld();
  if (shared) {
    if (seed !== 'nothing')
      await seedWorld(shared.urls, shared.database, seed, { orgId: ORG_ID, adminId: AVERY.id, reps: [RAE.email, NOOR.email] });
    return { world: shared, directory: shared.directory, end: async () => undefined };
  }
  const own = await openWorld(seed);
  return { ...own, end: own.close };
}

/**
 * Fails when the page has accessibility violations. Several journeys come by the same screen: within one run it is checked by whoever is
 * first there under its name. With LOOK_AT set to a folder, leaves a screenshot there, so that what the journey saw can be looked at.
 */
export async function look(page: Page, name: string, within?: string): Promise<void> {
  await shoot(page, name);
  if (!isFirstLook(name)) return;
  const violations = await axeViolations(page, within);
  if (violations.length > 0) throw new Error(`${name} is not accessible:\n${violations.join('\n')}`);
}

function isFirstLook(name: string): boolean {
  const directory = sharedWorld()?.directory;
  if (!directory) return true;
  const folder = path.join(directory, 'looked-at');
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(path.join(folder, name), '', { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

const NARROW = [420, 320];

/** Looks, and fails also when something makes the page wider than a panel's window. With LOOK_AT set, one picture is from right to left. */
export async function lookAtWidths(page: Page, name: string): Promise<void> {
  await look(page, name);
  const usual = page.viewportSize() ?? { width: 1366, height: 900 };
  for (const width of NARROW) {
    await page.setViewportSize({ ...usual, width });
    await shoot(page, `${name}-${width}`);
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (excess > 0) throw new Error(`${name} is ${excess} pixels wider than its window of ${width}.`);
  }
  if (process.env['LOOK_AT']) {
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
    await shoot(page, `${name}-rtl`);
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'ltr'));
  }
  await page.setViewportSize(usual);
}

async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['LOOK_AT'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
}

/** With LOOK_AT set: where every page stood at the end, which is where a failed journey got stuck. */
async function lookAtLast(browser: Browser): Promise<void> {
  const folder = process.env['LOOK_AT'];
  const pages = browser.contexts().flatMap((context) => context.pages());
  for (const [number, page] of pages.entries()) {
    if (folder) await page.screenshot({ path: path.join(folder, `end-${number}.png`) });
  }
}

/** The problems without what the browser says by itself about answers that the journey asked for. */
export function withoutStatus(problems: string[], ...expected: number[]): string[] {
  return problems.filter((problem) => !expected.some((status) => problem.includes(`status of ${status} `)));
}
