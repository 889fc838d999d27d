import assert from 'node:assert/strict';
import { test } from 'node:test';
import { retryAfter } from './http.ts';

const now = new Date('2026-11-24T09:00:00.000Z');

for (const [header, expected] of [
  ['30', '2026-11-24T09:00:30.000Z'],
  ['0', '2026-11-24T09:00:00.000Z'],
  ['1.5', '2026-11-24T09:00:01.500Z'],
  [' 0.0001 ', '2026-11-24T09:00:00.001Z'],
  ['Tue, 24 Nov 2026 09:10:00 GMT', '2026-11-24T09:10:00.000Z'],
  ['Tuesday, 24-Nov-26 09:10:00 GMT', '2026-11-24T09:10:00.000Z'],
  ['2026-11-24T09:10:00Z', '2026-11-24T09:10:00.000Z'],
] as const) {
  test(`"Retry-After: ${header}" is understood`, () => assert.equal(retryAfter(header, now)?.toISOString(), expected));
}

for (const header of [null, '', ' ', '-5', 'soon', '0x10', '1e3', 'NaN', 'Tue, 99 Nov 2026']) {
  test(`"Retry-After: ${String(header)}" says nothing`, () => assert.equal(retryAfter(header, now), undefined));
}
