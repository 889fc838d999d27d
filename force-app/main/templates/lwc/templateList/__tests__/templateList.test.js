import userId from '@salesforce/user/Id';
import TemplateList from 'c/templateList';
import { find, findAll, fire, heard, labelled, show, until, words } from '../../../../../test/page';
import { templateDirectory, templateRow } from '../../../../../test/seed';
import { Answer, problem, serve } from '../../../../../test/service';
/** @import { Given } from '../../../../../test/answers' */
/** @import { TemplatePlace } from 'c/templatePlaces' */
/** @import { TemplateList as Page } from 'service' */

/** @type {TemplatePlace} */
const ALL = { view: 'all', categoryId: undefined };
/** @type {(templates: Page['templates'], change?: Partial<Page>) => Page} */
const page = (templates, change) => ({ templates, total: templates.length, cursor: null, ...change });
// eslint-disable-next-line @lwc/lwc/no-async-operation
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const columns = (element) => findAll(element, '[role="columnheader"]').map(({ textContent }) => textContent);
const cells = (element) => [...find(element, 'c-template-row').shadowRoot.querySelectorAll('[role="cell"]')];
/** @param {any} element @param {string} value */
const choose = (element, value) => fire(find(element, 'c-template-column-menu', 'lightning-button-menu'), 'select', { value });
const ticked = (element) =>
    findAll(find(element, 'c-template-column-menu'), 'lightning-menu-item')
        .filter(({ checked }) => checked)
        .map(({ label }) => label);
const EVERY = ['Category', 'Owner', 'Shared with', 'Last used', 'Sent', 'Replied'];
const second = templateRow({ id: '2', name: 'Second' });

/** @param {Given<'GET /templates'>} answer @param {{ place?: TemplatePlace, isAdmin?: boolean }} [properties] */
async function open(answer, properties = {}) {
    const calls = serve({ 'GET /templates': answer });
    const element = show('c-template-list', TemplateList, {
        directory: templateDirectory(),
        place: ALL,
        ...properties
    });
    await until(() => !find(element, 'c-stencil'));
    return { element, calls };
}
const names = (element) => findAll(element, 'c-template-row').map(({ row }) => row.name);

describe('c-template-list', () => {
    afterEach(() => localStorage.clear());

    it('lists templates with how many there are, and opens one', async () => {
        const { element } = await open(page([templateRow(), second]));
        const opened = heard(element, 'open');
        expect(names(element)).toEqual(['Pricing', 'Second']);
        expect(words(element)).toContain('2 templates');
        fire(find(element, '[data-template="2"]'), 'open');
        expect(opened).toEqual(['2']);
    });

    it('asks for what the place and the filter say', async () => {
        const { element, calls } = await open(page([templateRow()]));
        element.place = { view: 'shared', categoryId: '9' };
        fire(find(element, 'c-template-tools'), 'filter', { search: ' seats ', sort: 'sent', asUserId: '7' });
        await until(() => calls.length === 3);
        expect(calls[2].query).toEqual({ view: 'shared', sort: 'sent', categoryId: '9', search: 'seats', asUserId: '7' });
    });

    it('shows the answer to the last question, whichever comes last', async () => {
        const { element } = await open(page([templateRow()]));
        /** @type {(first: Page) => void} */
        let answerFirst = () => {};
        /** @type {Promise<Page>} */
        const first = new Promise((resolve) => {
            answerFirst = resolve;
        });
        const calls = serve({ 'GET /templates': ({ query }) => (query.search === 'a' ? first : page([second])) });
        fire(find(element, 'c-template-tools'), 'filter', { search: 'a', sort: 'name', asUserId: '' });
        fire(find(element, 'c-template-tools'), 'filter', { search: 'ab', sort: 'name', asUserId: '' });
        await until(() => names(element)[0] === 'Second');
        answerFirst(page([templateRow()]));
        await until(() => calls.length === 2);
        await settled();
        expect(names(element)).toEqual(['Second']);
    });

    it('has a word for no template at all, for no match and for nothing here', async () => {
        const { element } = await open(page([]));
        expect(words(element)).toContain('No templates yet.');
        fire(find(element, 'c-template-tools'), 'filter', { search: 'seats', sort: 'name', asUserId: '' });
        await until(() => words(element).includes('No template matches seats.'));
        const { element: other } = await open(page([]), { place: { view: 'archived', categoryId: undefined } });
        expect(words(other)).toContain('No templates here.');
    });

    it('says what failed in place of the list, and reads it again', async () => {
        const { element } = await open(problem(503, 'unexpected', 'The service is busy.'));
        const panel = await until(() => find(element, 'c-error-panel'));
        serve({ 'GET /templates': page([templateRow()]) });
        fire(panel, 'retry');
        await until(() => names(element).length === 1);
    });

    it('shows more', async () => {
        const { element } = await open(page([templateRow()], { total: 2, cursor: 'next page' }));
        const calls = serve({ 'GET /templates': page([second], { total: 2 }) });
        fire(labelled(element, 'Show More'), 'click');
        await until(() => names(element).length === 2);
        expect(calls[0].query.cursor).toBe('next page');
        expect(labelled(element, 'Show More')).toBe(undefined);
    });

    it('takes a star back when it could not be kept', async () => {
        const { element } = await open(page([templateRow()]));
        const calls = serve({ 'PUT /templates/{id}/favourite': problem(503, 'unexpected', 'The service is busy.') });
        fire(find(element, 'c-template-row'), 'favourite');
        await until(() => find(element, 'c-error-panel'));
        expect(find(element, 'c-template-row').row.isFavourite).toBe(false);
        expect(calls).toHaveLength(1);
        serve({ 'PUT /templates/{id}/favourite': new Answer(204) });
        fire(find(element, 'c-template-row'), 'favourite');
        await until(() => find(element, 'c-template-row').row.isFavourite && !find(element, 'c-error-panel'));
    });

    it('has the columns that its user chose in this browser, in heading, rows and menu, and gives all back', async () => {
        localStorage.setItem('msi-columns/of-another-user/templates', '["sent"]');
        const { element } = await open(page([templateRow()]));
        expect(columns(element)).toEqual(['Name', ...EVERY, 'Actions']);
        expect(ticked(element)).toEqual(EVERY);
        choose(element, 'owner');
        choose(element, 'replied');
        const { element: later } = await open(page([templateRow()]));
        for (const list of [element, later]) {
            expect(columns(list)).toEqual(['Name', 'Category', 'Shared with', 'Last used', 'Sent', 'Actions']);
            expect(ticked(list)).toEqual(['Category', 'Shared with', 'Last used', 'Sent']);
            expect(cells(list)).toHaveLength(6);
        }
        choose(later, 'all');
        const { element: last } = await open(page([templateRow()]));
        expect(columns(last)).toEqual(['Name', ...EVERY, 'Actions']);
        expect(cells(last)).toHaveLength(8);
    });

    it('hides columns in a browser that keeps nothing too', async () => {
        const storage = jest.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
            throw new DOMException('The operation is insecure.', 'SecurityError');
        });
        const { element } = await open(page([templateRow()]));
        choose(element, 'sent');
        await until(() => !columns(element).includes('Sent'));
        storage.mockRestore();
    });

    it.each(['{"sent"', '"sent"', '[null, "gone"]'])('shows all columns where %s was kept', async (damaged) => {
        localStorage.setItem(`msi-columns/${userId}/templates`, damaged);
        const { element } = await open(page([templateRow()]));
        expect(columns(element)).toEqual(['Name', ...EVERY, 'Actions']);
    });

    it('shows only admins who may share', async () => {
        const { element } = await open(page([]));
        expect(labelled(element, 'Who May Share')).toBe(undefined);
        serve({ 'GET /users': new Answer(403), 'GET /templates': page([]) });
        const { element: admin } = await open(page([]), { isAdmin: true });
        const decided = heard(admin, 'decide');
        fire(labelled(admin, 'Who May Share'), 'click');
        expect(decided).toHaveLength(1);
    });
});
