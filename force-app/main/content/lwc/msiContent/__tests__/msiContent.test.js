import MsiContent from 'c/msiContent';
import { find, findAll, fire, show, until, words } from '../../../../../test/page';
import { content } from '../../../../../test/seed';
import { problem, serve } from '../../../../../test/service';
/** @import { Given } from '../../../../../test/answers' */
/** @import { ContentList } from 'service' */

/** @param {Given<'GET /content'>} answer */
async function open(answer) {
    const calls = serve({ 'GET /content': answer });
    const element = show('c-msi-content', MsiContent);
    await until(() => !find(element, 'c-stencil'));
    return { element, calls };
}
/** @type {(...items: ContentList['items']) => ContentList} */
const list = (...items) => ({ items, hasMore: false });
const names = (element) => findAll(element, 'c-content-row').map(({ row }) => row.name);
const second = content({ id: '2', name: 'Second.pdf' });

describe('c-msi-content', () => {
    it('lists content with how many there are, and says where the list ends', async () => {
        const { element } = await open({ items: [content(), second], hasMore: true });
        expect(names(element)).toEqual(['Pricing.pdf', 'Second.pdf']);
        expect(words(element)).toContain('2 files');
        expect(words(element)).toContain('The newest 2 are shown. Search for the others.');
    });

    it('asks for what was typed and chosen, and has a word for nothing, no match and nothing here', async () => {
        const { element, calls } = await open(list());
        expect(words(element)).toContain('No content yet.');
        fire(find(element, '.search'), 'change', { value: ' price ' });
        await until(() => words(element).includes('No content matches price.'));
        fire(find(element, '.search'), 'change', { value: '' });
        await until(() => words(element).includes('No content yet.'));
        fire(find(element, 'lightning-select'), 'change', { value: 'shared' });
        await until(() => words(element).includes('No content here.'));
        expect(calls.map(({ query }) => query)).toEqual([
            { scope: 'all' },
            { scope: 'all', search: 'price' },
            { scope: 'all' },
            { scope: 'shared' }
        ]);
    });

    it('shows what was uploaded on top, and its pages once they are there', async () => {
        jest.useFakeTimers();
        const pending = content({ id: '3', name: 'New.pdf', state: 'preparing', pageCount: null });
        const calls = serve({ 'GET /content': list() });
        const element = show('c-msi-content', MsiContent);
        await jest.advanceTimersByTimeAsync(100);
        serve({ 'GET /content': list({ ...pending, state: 'ready', pageCount: 3 }) });
        fire(find(element, 'c-content-upload'), 'uploaded', pending);
        await jest.advanceTimersByTimeAsync(100);
        expect([calls.length, names(element)]).toEqual([1, ['New.pdf']]);
        await jest.advanceTimersByTimeAsync(3100);
        expect(find(element, 'c-content-row').row.pageCount).toBe(3);
        expect(jest.getTimerCount()).toBe(0);
        jest.useRealTimers();
    });

    it('shows a change in its row, and deletes a row that is deleted', async () => {
        const { element } = await open(list(content(), second));
        fire(find(element, '[data-id="2"]'), 'changed', { ...second, name: 'Other.pdf' });
        await until(() => names(element)[1] === 'Other.pdf');
        fire(find(element, '[data-id="2"]'), 'problem', new Error('no'));
        await until(() => find(element, 'c-error-panel'));
        fire(find(element, '[data-id="2"]'), 'deleted', '2');
        await until(() => names(element).length === 1 && !find(element, 'c-error-panel'));
    });

    it('says what failed in place of the list, and reads it again', async () => {
        const { element } = await open(problem(503, 'unexpected', 'The service is busy.'));
        serve({ 'GET /content': list(content()) });
        fire(find(element, 'c-error-panel'), 'retry');
        await until(() => names(element).length === 1);
    });
});
