import TemplatePicker from 'c/templatePicker';
import { find, findAll, heard, labelled, show, until, words } from '../../../../../test/page';
import { problem, serve } from '../../../../../test/service';
/** @import { TemplatePicker as Answer, TemplatePickerRow } from 'service' */
/** @import { Routes } from '../../../../../test/answers' */

/** @type {(id: string, changes?: Partial<TemplatePickerRow>) => TemplatePickerRow} */
const row = (id, changes = {}) => ({
    id,
    name: `Template ${id}`,
    subject: `Subject ${id}`,
    categoryName: 'General',
    isFavourite: false,
    isMine: true,
    ownerName: 'Rae Ortiz',
    snippet: 'Hi there',
    ...changes
});
/** @type {(changes?: Partial<Answer>) => Answer} */
const answer = (changes = {}) => ({
    pinned: [],
    recommended: [],
    areRecommendedKnown: true,
    templates: [row('1'), row('2', { isFavourite: true })],
    total: 2,
    cursor: null,
    ...changes
});

/** @param {Routes} routes */
async function open(routes = { 'GET /template-picker': answer() }) {
    const calls = serve(routes);
    const element = show('c-template-picker', TemplatePicker, {
        recordId: '00Q000000000001EAA',
        personId: '00Q000000000001EAA',
        personName: 'Dana Whitfield'
    });
    await until(() => !find(element, 'c-stencil'));
    return { element, calls, chosen: heard(element, 'choose') };
}
const names = (element) => findAll(element, '.template').map((one) => one.querySelector('.slds-truncate').textContent);

describe('c-template-picker', () => {
    it('shows recommended ones first, and each template once', async () => {
        const { element, chosen } = await open({ 'GET /template-picker': answer({ recommended: [row('2')] }) });
        expect(words(element)).toContain('Recommended for Dana Whitfield');
        expect(names(element)).toEqual(['Template 2', 'Template 1']);
        find(element, '.template').click();
        expect(chosen).toMatchObject([{ id: '2', name: 'Template 2' }]);
    });

    it('searches a moment after the last key, in a pinned category or all, and shows the newest answer alone', async () => {
        const { element, calls } = await open({
            'GET /template-picker': ({ query }) =>
                answer({ pinned: [{ id: '9', name: 'Renewals' }], ...(query.search && { templates: [row(query.search)], total: 1 }) })
        });
        labelled(element, 'Renewals').click();
        await until(() => calls.at(-1)?.query.categoryId === '9');
        const input = find(element, 'input');
        for (const text of ['a', 'ab']) {
            input.value = text;
            input.dispatchEvent(new CustomEvent('input'));
        }
        await until(() => names(element)[0] === 'Template ab');
        expect(calls.map(({ query }) => query.search).filter(Boolean)).toEqual(['ab']);
        expect(labelled(element, 'Renewals').getAttribute('aria-pressed')).toBe('true');
    });

    it('shows more where there are more', async () => {
        const { element } = await open({
            'GET /template-picker': ({ query }) =>
                query.cursor ? answer({ templates: [row('3')], total: 3 }) : answer({ total: 3, cursor: 'next' })
        });
        labelled(element, 'Show More').click();
        await until(() => names(element).length === 3);
        expect(labelled(element, 'Show More')).toBeUndefined();
    });

    it('says where templates come from when there are none', async () => {
        const { element } = await open({ 'GET /template-picker': answer({ templates: [], total: 0 }) });
        expect(words(element)).toContain('No templates yet.');
    });

    it('offers to try again after a failure', async () => {
        const { element } = await open({ 'GET /template-picker': problem(502, 'salesforce_unavailable', 'Salesforce does not answer.') });
        serve({ 'GET /template-picker': answer() });
        find(element, 'c-error-panel').dispatchEvent(new CustomEvent('retry'));
        await until(() => names(element).length === 2);
    });
});
