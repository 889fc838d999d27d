import FieldPicker from 'c/fieldPicker';
import { find, findAll, heard, show, until, words } from '../../../../../test/page';
import { problem, serve } from '../../../../../test/service';
/** @import { DynamicFieldList } from 'service' */
/** @import { Routes } from '../../../../../test/answers' */

/** @param {string} name @param {string | null} [label] */
const field = (name, label = null) => ({ name, label, custom: false });
/** @type {DynamicFieldList} */
const fields = {
    groups: [
        { group: 'person', fields: [field('first_name'), field('company')] },
        { group: 'lead', fields: [field('sfdc_lead_rating', 'Rating'), field('sfdc_lead_industry', 'Industry')] }
    ]
};

/** @param {Routes} routes */
async function open(routes = { 'GET /dynamic-fields': fields }, recordId = '00Q000000000001EAA') {
    const calls = serve(routes);
    const element = show('c-field-picker', FieldPicker, { recordId });
    await until(() => find(element, '[role="option"]') || find(element, 'c-error-panel'));
    return { element, calls, chosen: heard(element, 'choose'), cancelled: heard(element, 'cancel') };
}
const search = (element, text) => {
    const input = find(element, '[role="combobox"]');
    input.value = text;
    input.dispatchEvent(new CustomEvent('input'));
};
const press = (element, key) => find(element, '[role="combobox"]').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
const options = (element) => findAll(element, '[role="option"]').map(({ textContent }) => textContent.trim());

describe('c-field-picker', () => {
    it('shows fields of the record by the words that a rep knows, in groups', async () => {
        const { element, calls } = await open();
        expect(calls[0]?.query).toMatchObject({ recordId: '00Q000000000001EAA' });
        expect(options(element)).toEqual([
            'First namefirst_name',
            'Companycompany',
            'Ratingsfdc_lead_rating',
            'Industrysfdc_lead_industry'
        ]);
        expect(findAll(element, '[role="group"]').map(({ ariaLabel }) => ariaLabel)).toEqual(['Person', 'Lead']);
    });

    it('finds a field by words in any order and is used by keyboard alone', async () => {
        const { element, chosen } = await open();
        search(element, 'RAT lead');
        await until(() => options(element).length === 1);
        press(element, 'Enter');
        expect(chosen).toEqual([{ token: '{{sfdc_lead_rating}}' }]);
        search(element, '');
        await until(() => options(element).length === 4);
        press(element, 'ArrowUp');
        press(element, 'Enter');
        expect(chosen.at(-1)).toEqual({ token: '{{sfdc_lead_industry}}' });
    });

    it('writes what stands there when the field is empty, whatever quotes it has', async () => {
        const { element, chosen } = await open();
        find(element, 'input:not([role])').value = ' the "team" ';
        find(element, '[role="option"]').click();
        expect(chosen).toEqual([{ token: '{{first_name | default: "the ”team”"}}' }]);
    });

    it('says when nothing is found', async () => {
        const { element } = await open();
        search(element, 'shoe');
        await until(() => words(element).includes('No field matches “shoe”.'));
        press(element, 'Enter');
    });

    it('closes with Escape, and not the window around it', async () => {
        const { element, cancelled } = await open();
        const beyond = [];
        element.addEventListener('keydown', ({ key }) => beyond.push(key));
        press(element, 'Escape');
        expect(cancelled).toHaveLength(1);
        expect(beyond).toEqual([]);
    });

    it('offers to try again when Salesforce cannot be asked', async () => {
        const { element } = await open({ 'GET /dynamic-fields': problem(502, 'salesforce_unavailable', 'Salesforce does not answer.') });
        serve({ 'GET /dynamic-fields': fields });
        find(element, 'c-error-panel').dispatchEvent(new CustomEvent('retry'));
        await until(() => options(element).length === 4);
    });
});
