import BulkStart from 'c/bulkStart';
import { find, findAll, heard, show, until, words } from '../../../../../test/page';
import { person } from '../../../../../test/seed';
import { problem, serve } from '../../../../../test/service';
/** @import { Routes } from '../../../../../test/answers' */

const OPEN_LEADS = '00B000000000001AAA';
const omar = person({ id: '003000000000001AAA', name: 'Omar Reyes' });
const lin = person({ id: '003000000000002AAA', name: 'Lin Zhou' });
const gail = person({ id: '003000000000003AAA', name: 'Gail Weber', refusal: 'opted_out', optedOut: true });
const many = Array.from({ length: 200 }, (_, index) => person({ id: `00Q000000000${100 + index}AAA`, name: `Person ${index}` }));

const finder = (element) => find(element, 'c-bulk-find');
const field = (element) => find(element, 'c-bulk-find', 'input');
const search = (element, text) => {
    field(element).value = text;
    field(element).dispatchEvent(new CustomEvent('input'));
};
const press = (element, key) => field(element).dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
const chooseView = (element) => {
    const select = find(element, 'c-bulk-find', 'select');
    select.value = `${OPEN_LEADS}/people?object=Lead`;
    select.dispatchEvent(new CustomEvent('change'));
};
const chosen = (element) => findAll(find(element, 'c-bulk-chosen'), '.who').map(({ firstChild }) => firstChild.textContent);
const count = (element) => find(element, 'c-bulk-chosen', '.heading').textContent;

/** @param {Routes} routes */
const open = async (routes = {}) => {
    const calls = serve({
        'GET /bulk-emails': { bulkEmails: [] },
        'GET /list-views': ({ query }) => ({ listViews: query.object === 'Lead' ? [{ id: OPEN_LEADS, label: 'All Open Leads' }] : [] }),
        ...routes
    });
    const element = show('c-bulk-start', BulkStart);
    const began = heard(element, 'begin');
    await until(() => findAll(finder(element), 'option').length > 1);
    return { element, calls, began };
};

describe('c-bulk-start', () => {
    it('adds whom a search finds by Enter and by click, and begins with them in that order', async () => {
        const { element, began } = await open({ 'GET /people': { people: [omar, gail, lin] } });
        search(element, 'o');
        await until(() => words(finder(element)).includes('Enter adds Omar Reyes.'));
        press(element, 'Enter');
        await until(() => words(finder(element)).includes('Enter adds Lin Zhou.'));
        find(element, 'c-bulk-find', '.add').click();
        await until(() => chosen(element).length === 2);
        expect([chosen(element), count(element)]).toEqual([['Omar Reyes', 'Lin Zhou'], 'Chosen (2 of 200)']);
        expect(find(element, 'p[role="status"]').textContent).toBe('Lin Zhou was added. Chosen (2 of 200)');
        find(element, 'c-bulk-chosen', '.write').click();
        expect(began).toEqual([{ personIds: [omar.id, lin.id] }]);
    });

    it('shows who cannot get an email with the reason, and has no button to add them', async () => {
        const { element } = await open({ 'GET /people': { people: [gail] } });
        search(element, 'gail');
        await until(() => words(finder(element)).includes('opted out of email'));
        expect(find(element, 'c-bulk-find', '.add')).toBeNull();
    });

    it('takes those of a list view who can get an email, and says who is left out', async () => {
        const { element, calls } = await open({ 'GET /list-views/{id}/people': { people: [omar, gail, lin], hasMore: false } });
        chooseView(element);
        const addAll = await until(() => find(element, 'c-bulk-find', '.add-all'));
        expect(addAll.textContent).toBe('Add 2 People');
        expect(words(finder(element))).toContain('1 of them cannot get an email and is left out.');
        addAll.click();
        await until(() => chosen(element).length === 2);
        const read = calls.filter(({ path }) => path.endsWith('/people'));
        expect(read.map(({ path, query }) => [path, query])).toEqual([[`/list-views/${OPEN_LEADS}/people`, { object: 'Lead' }]]);
    });

    it('has room for 200 people, and says so', async () => {
        const { element } = await open({
            'GET /list-views/{id}/people': { people: many, hasMore: true },
            'GET /people': { people: [omar] }
        });
        chooseView(element);
        const addAll = await until(() => find(element, 'c-bulk-find', '.add-all'));
        expect(words(finder(element))).toContain('The list view has more people. The first 200 are shown.');
        addAll.click();
        await until(() => words(finder(element)).includes('No more people fit into one email.'));
        search(element, 'omar');
        await until(() => find(element, 'c-bulk-find', '.add'));
        press(element, 'Enter');
        expect([find(element, 'c-bulk-find', '.add').disabled, count(element)]).toEqual([true, 'Chosen (200 of 200)']);
        // The check for accessibility takes long over 200 rows
        find(element, 'c-bulk-chosen', '.clear').click();
        await until(() => count(element) === 'Chosen (0 of 200)' && !find(element, 'c-bulk-find', '.add').disabled);
    });

    it('removes one, and gives the focus to the next', async () => {
        const { element } = await open({ 'GET /people': { people: [omar, lin] } });
        search(element, 'o');
        await until(() => find(element, 'c-bulk-find', '.add'));
        press(element, 'Enter');
        await until(() => words(finder(element)).includes('Enter adds Lin Zhou.'));
        press(element, 'Enter');
        await until(() => chosen(element).length === 2);
        find(element, 'c-bulk-chosen', '.remove').click();
        await until(() => chosen(element).length === 1);
        expect(find(element, 'c-bulk-chosen').shadowRoot.activeElement.dataset.id).toBe(lin.id);
        find(element, 'c-bulk-chosen', '.clear').click();
        await until(() => words(find(element, 'c-bulk-chosen')).includes('Nobody yet.'));
    });

    it('has the own drafts and what is on its way above, to go on with', async () => {
        const draft = { id: '55555555-5555-4555-8555-555555555555', subject: 'Pricing for 40 seats', recordName: 'Globex' };
        const sending = { id: '66666666-6666-4666-8666-666666666666', subject: '', recordName: null };
        const { element, began } = await open({
            'GET /bulk-emails': {
                bulkEmails: [
                    { ...draft, state: 'draft', people: 23, waiting: 0, updatedAt: '2026-01-05T09:30:00Z' },
                    { ...sending, state: 'accepted', people: 40, waiting: 12, updatedAt: '2026-01-05T09:30:00Z' }
                ]
            }
        });
        const drafts = find(element, 'c-bulk-drafts');
        await until(() => words(drafts).includes('Continue: Pricing for 40 seatsGlobex23 people'));
        expect(words(drafts)).toContain('See progress: (no subject)40 people12 emails wait.');
        find(drafts, '.open').click();
        expect(began).toEqual([{ id: draft.id }]);
    });

    it('says what cannot be read, and lets people be chosen all the same', async () => {
        const { element } = await open({
            'GET /bulk-emails': problem(503, 'salesforce_unavailable', 'Salesforce is slow.'),
            'GET /list-views/{id}/people': problem(503, 'salesforce_unavailable', 'Salesforce does not answer.'),
            'GET /people': { people: [omar] }
        });
        const said = (parent) => find(element, parent, 'c-error-panel', '.title')?.textContent;
        await until(() => said('c-bulk-drafts') === 'Salesforce is slow.');
        chooseView(element);
        await until(() => said('c-bulk-find') === 'Salesforce does not answer.');
        search(element, 'omar');
        await until(() => find(element, 'c-bulk-find', '.add'));
    });
});
