import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import { holds } from '../../test-support/properties.ts';
import { createCursors } from './cursors.ts';

const byUuid = createCursors(z.uuid());
const byNumber = createCursors(z.string().regex(/^\d{1,18}$/));
const place = fc.record(
  {
    at: fc.date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true }),
    id: fc.uuid(),
  },
  { noNullPrototype: true },
);
const refusal = { name: 'AppError', status: 400, code: 'validation_failed', title: /^This cursor is not one of ours\./ };

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

describe('The cursor of a list', () => {
  test('leads back to the place that it was made for, and fits into a request', async () => {
    await holds(
      fc.property(place, (last) => {
        const cursor = byUuid.write(last);
        assert.match(cursor, /^[\w-]{1,200}$/);
        assert.deepEqual(byUuid.read(cursor), last);
      }),
    );
  });

  test('that somebody made up is refused, whatever it is', async () => {
    const forged = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.base64String(),
      fc.json().map(encode),
      fc.tuple(fc.anything(), fc.anything()).map((parts) => encode(parts.map((part) => fc.stringify(part)))),
      place.map(({ at }) => encode([at, "1' or true --"])),
      place.map(({ id }) => encode(['yesterday', id])),
      place.map(({ at, id }) => encode([at, id, id])),
      place.map((last) => byUuid.write(last).slice(0, -4)),
    );
    await holds(
      fc.property(forged, (cursor) => {
        assert.throws(() => byUuid.read(cursor), refusal);
      }),
      { runs: 500 },
    );
  });

  test('of one list leads nowhere in a list with other ids', async () => {
    await holds(
      fc.property(place, (last) => {
        assert.throws(() => byNumber.read(byUuid.write(last)), refusal);
      }),
    );
    assert.throws(() => byUuid.read(byNumber.write({ at: new Date(0), id: '7' })), refusal);
    assert.throws(() => byNumber.read(encode([new Date(0), '9'.repeat(19)])), refusal, 'no number that PostgreSQL would not take');
  });
});
