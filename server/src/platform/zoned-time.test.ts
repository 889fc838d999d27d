import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { holds } from '../../test-support/properties.ts';
import { dayIn, dayOf, dayOfText, daysAfter, momentIn, readWallTime, timeOfDayIn } from './zoned-time.ts';

const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'America/St_Johns', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia'];

describe('A local time', () => {
  test('stays the same over the change of the clocks, whatever the hours in between', () => {
    assert.equal(momentIn('Europe/Berlin', '2026-03-28T09:00').toISOString(), '2026-03-28T08:00:00.000Z');
    assert.equal(momentIn('Europe/Berlin', '2026-03-29T09:00').toISOString(), '2026-03-29T07:00:00.000Z');
  });

  test('that the clocks skip is as much later as they skip', () => {
    assert.equal(momentIn('Europe/Berlin', '2026-03-29T02:30').toISOString(), '2026-03-29T01:30:00.000Z');
    assert.equal(timeOfDayIn('Europe/Berlin', momentIn('Europe/Berlin', '2026-03-29T02:30')), '03:30 CEST');
    assert.equal(timeOfDayIn('America/New_York', momentIn('America/New_York', '2026-03-08T02:15')), '03:15 GMT-4');
    assert.equal(dayIn('Pacific/Apia', momentIn('Pacific/Apia', '2011-12-30T12:00')), '2011-12-31', 'a whole day that never was');
  });

  test('that the clocks show twice is the first of the two', () => {
    assert.equal(momentIn('Europe/Berlin', '2026-10-25T02:30').toISOString(), '2026-10-25T00:30:00.000Z');
    assert.equal(momentIn('America/New_York', '2026-11-01T01:30').toISOString(), '2026-11-01T05:30:00.000Z');
  });

  test('that the clocks skip or show twice is told from any other', () => {
    const read = (localTime: string) => {
      const { at, local, clocks } = readWallTime('Europe/Berlin', localTime);
      return [at.toISOString(), local, clocks];
    };
    assert.deepEqual(read('2026-03-29T02:30'), ['2026-03-29T01:30:00.000Z', '2026-03-29T03:30', 'skipped']);
    assert.deepEqual(read('2026-10-25T02:30'), ['2026-10-25T00:30:00.000Z', '2026-10-25T02:30', 'repeated']);
    assert.deepEqual(read('2026-10-25T03:00'), ['2026-10-25T02:00:00.000Z', '2026-10-25T03:00', 'usual']);
  });

  test('is refused when there is no such time or zone', () => {
    for (const [zone, time] of [
      ['Europe/Berlin', '2026-02-30T09:00'],
      ['Europe/Berlin', 'tomorrow'],
      ['Nowhere/AtAll', '2026-03-01T09:00'],
    ] as const)
      assert.throws(() => momentIn(zone, time), RangeError, time);
  });
});

describe('The day of a moment', () => {
  test('is the one that the calendar in the zone shows, from midnight to midnight', async () => {
    await holds(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (zone, moment) => {
          const shown = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
          assert.equal(dayIn(zone, moment), shown.format(moment));
          const begins = momentIn(zone, `${dayIn(zone, moment)}T00:00`);
          assert.ok(begins <= moment);
          assert.notEqual(dayIn(zone, new Date(begins.getTime() - 1)), dayIn(zone, moment));
        },
      ),
    );
  });

  test('is the one of the zone by whichever name Salesforce gives it', () => {
    const evening = new Date('2026-03-05T23:30:00Z');
    for (const zone of ['Asia/Kolkata', 'Asia/Calcutta', 'Asia/Ho_Chi_Minh', 'Asia/Kathmandu', 'Asia/Yangon', 'Pacific/Kiritimati'])
      assert.equal(dayIn(zone, evening), '2026-03-06', zone);
    assert.equal(dayIn('GMT', evening), '2026-03-05');
    const night = new Date('2026-03-06T02:00:00Z');
    for (const zone of ['America/Argentina/Buenos_Aires', 'America/Buenos_Aires', 'America/Indiana/Indianapolis', 'America/Indianapolis'])
      assert.equal(dayIn(zone, night), '2026-03-05', zone);
  });

  test('is the one of UTC where the zone is unknown', () => {
    const moment = new Date('2026-03-05T23:30:00Z');
    for (const zone of [null, undefined, 'Nowhere/AtAll', '']) assert.equal(dayIn(zone, moment), '2026-03-05');
    assert.equal(timeOfDayIn('Nowhere/AtAll', moment), '23:30 UTC');
  });
});

describe('A day of the calendar', () => {
  test('is one that there is', () => {
    assert.equal(dayOf(2028, 2, 29)?.toString(), '2028-02-29');
    for (const [year, month, day] of [
      [2026, 2, 29],
      [2026, 4, 31],
      [2026, 13, 1],
      [2026, 0, 1],
      [2026, 1, 0],
    ] as const)
      assert.equal(dayOf(year, month, day), null);
    for (const text of ['2026-2-1', '2026-02-30', 'x', '', '2026-02-01T00:00']) assert.equal(dayOfText(text), null, text);
  });

  test('is as far from another as one counts on the calendar', async () => {
    await holds(
      fc.property(fc.integer({ min: 1, max: 2_900_000 }), fc.integer({ min: -2_000, max: 2_000 }), (number, days) => {
        const start = dayOf(1, 1, 1)?.add({ days: number });
        assert.ok(start);
        assert.deepEqual(dayOfText(start.toString()), start);
        assert.equal(daysAfter(start, start.add({ days })), days);
      }),
    );
  });
});
