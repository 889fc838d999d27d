import { noteServiceTime, serviceNow } from 'c/serviceClock';

describe('c/serviceClock', () => {
    beforeEach(() => jest.useFakeTimers({ now: new Date('2026-01-05T09:00:00Z') }));
    afterEach(() => jest.useRealTimers());

    it('is the clock of the browser until the service has said what time it is', () => {
        expect(serviceNow().toISOString()).toBe('2026-01-05T09:00:00.000Z');
    });

    it('goes on from what the service said last, also where that is days away', () => {
        noteServiceTime('2026-01-08T07:30:00.000Z');
        jest.setSystemTime(new Date('2026-01-05T09:02:00Z'));
        expect(serviceNow().toISOString()).toBe('2026-01-08T07:32:00.000Z');
        noteServiceTime(null);
        noteServiceTime('no time');
        expect(serviceNow().toISOString()).toBe('2026-01-08T07:32:00.000Z');
    });
});
