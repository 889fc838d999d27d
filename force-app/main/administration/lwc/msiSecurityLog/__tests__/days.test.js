import { startOfDay } from '../days';

jest.mock('@salesforce/i18n/timeZone', () => ({ default: 'America/Los_Angeles' }), { virtual: true });

describe('The days of a filter', () => {
    it('begin in the zone of the user, also when the clocks change', () => {
        expect(startOfDay('2026-01-05')).toBe('2026-01-05T08:00:00.000Z');
        expect(startOfDay('2026-07-05')).toBe('2026-07-05T07:00:00.000Z');
        expect(startOfDay('2026-03-08')).toBe('2026-03-08T08:00:00.000Z');
        expect(startOfDay('2026-03-08', 1)).toBe('2026-03-09T07:00:00.000Z');
        expect(startOfDay('2026-11-01')).toBe('2026-11-01T07:00:00.000Z');
        expect(startOfDay('2026-11-01', 1)).toBe('2026-11-02T08:00:00.000Z');
    });
});
