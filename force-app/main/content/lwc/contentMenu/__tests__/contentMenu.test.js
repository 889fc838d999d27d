import ContentMenu from 'c/contentMenu';
import ContentRow from 'c/contentRow';
import MsiConfirm from 'c/msiConfirm';
import NameWindow from 'c/nameWindow';
import { find, findAll, fire, heard, show, until, words } from '../../../../../test/page';
import { content } from '../../../../../test/seed';
import { Answer, problem, serve } from '../../../../../test/service';

jest.mock('@salesforce/customPermission/Administer_Sales_Actions', () => ({ default: true }), { virtual: true });

const menuOf = (changes = {}) => show('c-content-menu', ContentMenu, { row: content(changes) });
const items = (element) => findAll(element, 'lightning-menu-item').map(({ label }) => label);
const choose = (element, value) => fire(find(element, 'lightning-button-menu'), 'select', { value });

describe('c-content-menu', () => {
    it('offers what this user may do', () => {
        expect(items(menuOf())).toEqual(['Open as Recipient', 'Rename…', 'Share with Everyone', 'Delete…']);
        expect(items(menuOf({ isShared: true }))).toContain('Stop Sharing');
        // An admin looks
        expect(items(menuOf({ isMine: false, isShared: true }))).toEqual(['Open as Recipient', 'Delete…']);
    });

    it('shares, and tells what the service keeps or why it does not', async () => {
        const element = menuOf();
        const [changed, problems] = ['changed', 'problem'].map((name) => heard(element, name));
        const calls = serve({ 'PATCH /content/{id}': content({ isShared: true }) });
        choose(element, 'share');
        await until(() => changed.length === 1);
        expect([calls[0].body, changed[0].isShared]).toEqual([{ isShared: true }, true]);
        serve({ 'PATCH /content/{id}': problem(404, 'not_found', 'It is gone.') });
        choose(element, 'unshare');
        await until(() => problems.length === 1);
    });

    it('renames with names as long as files may have', async () => {
        const element = menuOf();
        const changed = heard(element, 'changed');
        const calls = serve({ 'PATCH /content/{id}': content({ name: 'Prices.pdf' }) });
        NameWindow.open = jest.fn(({ save }) => save('Prices.pdf'));
        choose(element, 'rename');
        await until(() => changed.length === 1);
        expect(calls[0].body).toEqual({ name: 'Prices.pdf' });
        expect(jest.mocked(NameWindow.open).mock.calls[0][0]).toMatchObject({ name: 'Pricing.pdf', longest: 200 });
    });

    it('names what goes with content before it deletes it', async () => {
        const element = menuOf({ isShared: true });
        const deleted = heard(element, 'deleted');
        serve({ 'DELETE /content/{id}': new Answer(204) });
        MsiConfirm.open = jest.fn().mockResolvedValueOnce(false).mockResolvedValueOnce(true);
        choose(element, 'delete');
        choose(element, 'delete');
        await until(() => deleted.length === 1);
        const { heading, consequences } = jest.mocked(MsiConfirm.open).mock.calls[0][0];
        expect(heading).toBe('Delete Pricing.pdf?');
        expect(consequences).toContain('Links to it in emails that were sent or scheduled stop working.');
        expect(deleted).toEqual([content().id]);
    });
});

describe('c-content-row', () => {
    const rowOf = (changes = {}) => show('c-content-row', ContentRow, { row: content(changes) });

    it('says how far its pages are, whose it is and who has opened it', () => {
        expect(words(rowOf())).toContain('Not opened yet');
        const locked = rowOf({ state: 'no_pages', stateReason: 'locked', pageCount: null, isMine: false, isShared: true });
        expect(words(locked)).toContain('because it has a password.');
        expect(words(locked)).toContain('Rae OrtizShared400 kB');
        const opened = rowOf({ people: 4, lastViewedAt: '2026-01-05T09:00:00Z' });
        expect(find(opened, 'c-relative-time').pattern).toBe('Opened by 4 people, last {0}');
    });

    it('opens the page as recipients see it, in a tab of its own', async () => {
        const url = 'https://service.example/content/own/token';
        serve({ 'POST /content/{id}/view-links': { url } });
        const opened = jest.spyOn(window, 'open').mockReturnValue(null);
        find(rowOf(), '.open').click();
        await until(() => opened.mock.calls.length === 1);
        expect(opened).toHaveBeenCalledWith(url, '_blank', 'noopener');
    });
});
