import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { forceAppDir, nodeModulesDir } from '../../simulators/salesforce/lightning/build/paths.ts';
import { launchBrowser, openPage } from '../browser.ts';

const LWC = path.join(forceAppDir, 'sales-emails/lwc/emailPictures');

async function bundled(options: { contents?: string; entry?: string; globalName: string }): Promise<string> {
  const { contents = '', entry, globalName } = options;
  const { outputFiles } = await build({
    ...(entry ? { entryPoints: [entry] } : { stdin: { contents, resolveDir: LWC, loader: 'ts' } }),
    ...{ bundle: true, write: false, format: 'iife', globalName },
  });
  return outputFiles[0]?.text ?? '';
}

/** Draws a picture as a user's would be, and answers with what becomes of it. Photos have an EXIF segment that turns them by 90 degrees. */
const FIT = `async ({ width, height, type, color, isTurned }) => {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  context.fillStyle = color;
  context.fillRect(0, 0, width, height);
  let file = await new Promise((done) => canvas.toBlob(done, type));
  if (isTurned) {
    const exif = [
      0xff, 0xe1, 0, 34, 69, 120, 105, 102, 0, 0,
      77, 77, 0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0,
    ];
    file = new Blob([file.slice(0, 2), new Uint8Array(exif), file.slice(2)], { type });
  }
  const start = await emailPictures.readStart(file);
  const fitted = await emailPictures.fitForEmail(file, start);
  const bitmap = await createImageBitmap(fitted);
  const fittedStart = await emailPictures.readStart(fitted);
  return [bitmap.width, bitmap.height, emailPictures.typeOf(fittedStart), fittedStart.includes('Exif'), fitted === file];
}`;

type Fitted = [width: number, height: number, type: string, hasMetadata: boolean, isSame: boolean];

const CASES: [what: string, given: object, fitted: Fitted][] = [
  ['a small PNG as it is', { width: 300, height: 200, type: 'image/png', color: 'red' }, [300, 200, 'image/png', false, true]],
  ['a wide PNG smaller', { width: 3_200, height: 1_000, type: 'image/png', color: 'red' }, [1_600, 500, 'image/png', false, false]],
  ['a WebP as PNG', { width: 300, height: 200, type: 'image/webp', color: 'rgba(255,0,0,0.5)' }, [300, 200, 'image/png', false, false]],
  [
    'a photo upright, without what it says of itself',
    { width: 300, height: 200, type: 'image/jpeg', color: 'red', isTurned: true },
    [200, 300, 'image/jpeg', false, false],
  ],
];

describe('A picture that a rep inserts', () => {
  let browser: Browser;
  let plain: Page;
  let secured: Page;
  before(async () => {
    const contents = `export * from './fitForEmail'; export * from './pictureType';`;
    const library = await bundled({ contents, globalName: 'emailPictures' });
    const sandbox = await bundled({ entry: path.join(nodeModulesDir, '@locker/sandbox/dist/index.mjs.js'), globalName: 'sandbox' });
    browser = await launchBrowser();
    [plain, secured] = (await Promise.all([openPage(browser), openPage(browser)])).map(({ page }) => page) as [Page, Page];
    await plain.addScriptTag({ content: library });
    await secured.addScriptTag({ content: sandbox });
    const code = JSON.stringify(`${library}; $lockerEvalContext$(${FIT});`);
    await secured.evaluate(`sandbox.evaluateInSandbox('c', ${code}, (fit) => { globalThis.fit = fit; }, {})`);
  });
  after(() => browser.close());

  for (const [what, given, fitted] of CASES) {
    it(`leaves ${what}`, async () => {
      assert.deepEqual(await plain.evaluate<Fitted>(`(${FIT})(${JSON.stringify(given)})`), fitted);
    });
    it(`leaves ${what} under Lightning Web Security`, async () => {
      assert.deepEqual(await secured.evaluate<Fitted>(`fit(${JSON.stringify(given)})`), fitted);
    });
  }
});
