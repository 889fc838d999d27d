import RelativeTime, { relativeText } from 'c/relativeTime';
import { noteServiceTime } from 'c/serviceClock';
import { find, show, words } from '../../../../../test/page';

const now = new Date('2026-03-10T12:00:00Z');
const text = (iso) => relativeText(new Date(iso), now);

describe('c-relative-time', () => {
    it.each([
        ['2026-03-10T11:59:55Z', 'now'],
        ['2026-03-10T11:59:20Z', '40 seconds ago'],
        ['2026-03-10T11:00:30Z', '59 minutes ago'],
        ['2026-03-10T09:30:00Z', '2 hours ago'],
        ['2026-03-09T11:00:00Z', 'yesterday'],
        ['2026-02-20T11:00:00Z', 'Feb 20'],
        ['2024-02-20T11:00:00Z', 'Feb 20, 2024'],
        ['2026-03-10T12:00:08Z', 'in 8 seconds']
    ])('says of %s "%s"', (iso, words_) => {
        expect(text(iso)).toBe(words_);
    });

    it('has the exact time in the zone of the user as its title', () => {
        const element = show('c-relative-time', RelativeTime, { value: '2024-02-20T11:00:00Z', pattern: 'Updated {0}' });
        expect(words(element)).toBe('Updated Feb 20, 2024');
        expect(find(element, 'time').title).toMatch(/Tuesday, February 20, 2024.* 12:00:00.*GMT\+1/);
    });

    it('counts from the clock of the service and not from that of the browser', () => {
        const inAYear = Date.now() + 365 * 86_400_000;
        noteServiceTime(new Date(inAYear).toISOString());
        const value = new Date(inAYear - 120_000).toISOString();
        expect(words(show('c-relative-time', RelativeTime, { value }))).toBe('2 minutes ago');
    });

    it('shows nothing for a time that is not known', () => {
        expect(words(show('c-relative-time', RelativeTime, { value: undefined }))).toBe('');
    });

    it('speaks the language of the labels around it, and writes dates as the locale says', async () => {
        jest.resetModules();
        jest.doMock('@salesforce/i18n/lang', () => ({ __esModule: true, default: 'de' }), { virtual: true });
        jest.doMock('@salesforce/i18n/locale', () => ({ __esModule: true, default: 'en-GB' }), { virtual: true });
        const { relativeText: inGerman } = await import('c/relativeTime');
        expect(inGerman(new Date('2026-03-10T09:30:00Z'), now)).toBe('vor 2 Stunden');
        expect(inGerman(new Date('2024-02-20T11:00:00Z'), now)).toBe('20 Feb 2024');
    });
});
