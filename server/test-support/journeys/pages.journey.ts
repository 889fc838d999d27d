import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { renderPage } from '../../src/features/onboarding/layout.ts';
import { inLanguage } from '../../src/features/onboarding/words/index.ts';
import { LANGUAGES } from '../../src/platform/languages/index.ts';
import { pageStates } from './page-states.ts';
import { look, openStage, type Stage } from './stage.ts';

const NARROW = { width: 320, height: 700 };

/** Most of these states are rare, so they are drawn from their templates. What leads to them is the matter of the other journeys. */
describe('The pages outside Salesforce', () => {
  let stage: Stage;
  let page: Page;
  before(async () => {
    stage = await openStage('nothing');
    ({ page } = await stage.enter({ viewport: NARROW }));
    await page.goto(`${stage.world.urls.service}/`);
  });
  after(() => stage.close());

  it('are accessible in every state', async () => {
    const faults: string[] = [];
    const shapes = new Set<string>();
    for (const [name, state] of pageStates(inLanguage('en'))) {
      const html = renderPage(inLanguage('en'), state);
      // Most problems differ in their words alone
      if (shapes.has(shapeOf(html))) continue;
      shapes.add(shapeOf(html));
      await page.setContent(html);
      await look(page, `page-${name}`).catch((error: unknown) => faults.push(String(error)));
    }
    assert.deepEqual(faults, []);
  });

  for (const language of LANGUAGES) {
    it(`fit into a window of ${String(NARROW.width)} pixels in every state, in ${language}`, async () => {
      const wide: string[] = [];
      for (const [name, state] of pageStates(inLanguage(language))) {
        await page.setContent(renderPage(inLanguage(language), state));
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        if (width > NARROW.width) wide.push(`${name}: ${String(width)}`);
      }
      assert.deepEqual(wide, []);
    });
  }
});

/** The elements of a page and their attributes, without words and values. */
function shapeOf(html: string): string {
  return html.replace(/>[^<]*</g, '><').replace(/="[^"]*"/g, '');
}
