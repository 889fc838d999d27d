import ContentPicker from 'c/contentPicker';
import { find, findAll, fire, heard, show, until, words } from '../../../../../test/page';
import { content } from '../../../../../test/seed';
import { problem, serve } from '../../../../../test/service';
/** @import { Given } from '../../../../../test/answers' */

/** @param {Given<'GET /content'>} answer */
async function open(answer) {
    const calls = serve({ 'GET /content': answer });
    const element = show('c-content-picker', ContentPicker);
    await until(() => !find(element, 'c-stencil'));
    return { element, calls, chosen: heard(element, 'choose') };
}
const names = (element) => findAll(element, '.name').map(({ textContent }) => textContent);

describe('c-content-picker', () => {
    it('links to content that is tracked, unless the rep does not want to learn of it', async () => {
        const { element, chosen } = await open({ items: [content()], hasMore: false });
        const { address } = content();
        find(element, '.content').click();
        const tracked = find(element, 'input[type="checkbox"]');
        tracked.checked = false;
        tracked.dispatchEvent(new CustomEvent('change'));
        await until(() => words(element).includes('You do not learn whether anybody opens it.'));
        find(element, '.content').click();
        expect(chosen).toEqual([
            { text: 'Pricing.pdf', href: address },
            { text: 'Pricing.pdf', href: `${address}?tracked=no` }
        ]);
        expect(words(element)).toContain('8 pages');
    });

    it('searches a moment after the last key, and shows the newest answer alone', async () => {
        const { element, calls } = await open(({ query }) => ({
            items: query.search ? [content({ name: `${query.search}.pdf`, isMine: false, ownerName: 'Noor Haddad' })] : [],
            hasMore: false
        }));
        expect(words(element)).toContain('No content yet. Upload a file to link to it.');
        const input = find(element, 'input[type="search"]');
        for (const text of ['a', 'ab']) {
            input.value = text;
            input.dispatchEvent(new CustomEvent('input'));
        }
        await until(() => names(element)[0] === 'ab.pdf');
        expect(calls.map(({ query }) => query.search).filter(Boolean)).toEqual(['ab']);
        expect(words(element)).toContain('Noor Haddad');
    });

    it('puts what was uploaded on top, with the focus', async () => {
        const { element } = await open({ items: [content()], hasMore: false });
        fire(find(element, 'c-content-upload'), 'uploaded', content({ id: '2', name: 'New.pdf', state: 'preparing', pageCount: null }));
        await until(() => names(element)[0] === 'New.pdf');
        expect(element.shadowRoot.activeElement).toBe(find(element, '[data-id="2"]'));
        expect(words(element)).toContain('Pages are being prepared.');
    });

    it('offers to try again after a failure, and is left with Escape', async () => {
        const { element } = await open(problem(503, 'unexpected', 'The service is busy.'));
        serve({ 'GET /content': { items: [content()], hasMore: false } });
        fire(find(element, 'c-error-panel'), 'retry');
        await until(() => names(element).length === 1);
        const left = heard(element, 'cancel');
        find(element, '.content').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
        expect(left).toHaveLength(1);
    });
});
