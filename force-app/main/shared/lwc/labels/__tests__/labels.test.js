import { formatLabel, formatList, formatPlural } from 'c/labels';

describe('labels', () => {
    it('fills the places of a label in any order', () => {
        expect(formatLabel('{1} before {0}', 'b', 'a')).toBe('a before b');
    });

    it('leaves nothing behind where a value is missing', () => {
        expect(formatLabel('to {0}', null)).toBe('to ');
    });

    it('writes numbers in the locale of the user', () => {
        expect(formatLabel('Email ({0})', 1200)).toBe('Email (1,200)');
    });

    it.each([
        [1, 'one email'],
        [0, '0 emails'],
        [2, '2 emails']
    ])('chooses the plural form for %i', (count, words) => {
        expect(formatPlural('one:one email|other:{0} emails', count)).toBe(words);
    });

    it.each([
        [['a'], 'a'],
        [['a', 'b'], 'a and b'],
        [['a', 'b', 'c'], 'a, b, and c']
    ])('joins %j as a sentence of the language does', (items, words) => {
        expect(formatList(items)).toBe(words);
    });

    it('falls back to "other" when a translation lacks the form', () => {
        expect(formatPlural('other:{0} Mails', 1)).toBe('1 Mails');
    });

    it('chooses the form by the language of the words, whatever the locale of the numbers', async () => {
        jest.resetModules();
        jest.doMock('@salesforce/i18n/locale', () => ({ __esModule: true, default: 'fr-FR' }), { virtual: true });
        const { formatPlural: inFrance } = await import('c/labels');
        // French has one form for 0 and 1, English has not
        expect(inFrance('one:{0} email|other:{0} emails', 0)).toBe('0 emails');
        expect(inFrance('one:{0} email|other:{0} emails', 1200)).toMatch(/^1\s200 emails$/);
    });
});
