import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createTestApp, type TestApp } from '../../../test-support/app.ts';
import { TOUR_PAGES, tourPage } from './tour-pages.ts';
import { inLanguage } from './words/index.ts';

describe('The address of the service alone', () => {
  let service: TestApp;
  before(async () => (service = await createTestApp()));
  after(() => service.close());

  test('says what this is and where to go, without a cookie', async () => {
    const { statusCode, headers, body } = await service.app.inject('/');
    assert.equal(statusCode, 200);
    assert.match(String(headers['content-type']), /^text\/html/);
    assert.match(body, /This is the service behind MSI Actions/);
    assert.match(body, /href="\/onboarding\/org"/);
    assert.equal(headers['set-cookie'], undefined);
    assert.match(String(headers['content-security-policy']), /^default-src 'none';style-src 'self';/);
  });

  test('shows the mark of the product, which is served from here', async () => {
    const { statusCode, headers } = await service.app.inject('/onboarding/assets/mark.svg');
    assert.deepEqual([statusCode, headers['content-type']], [200, 'image/svg+xml; charset=utf-8']);
    // A cache that keeps the answer would give one browser's secret to all
    assert.deepEqual([headers['cache-control'], headers['set-cookie']], ['public, max-age=3600', undefined]);
  });

  test('serves the picture of each page of the tour', async () => {
    for (const number of Array.from({ length: TOUR_PAGES }, (_, index) => index + 1)) {
      const [, source] =
        /<img class="picture" src="([^"]+)" alt="[^"]{20,}"/.exec(tourPage(inLanguage('en'), '', number).body.toString()) ?? [];
      const { statusCode, headers, rawPayload } = await service.app.inject(source ?? '');
      assert.deepEqual([statusCode, headers['content-type']], [200, 'image/png']);
      assert.equal(rawPayload.subarray(1, 4).toString(), 'PNG');
    }
  });
});
