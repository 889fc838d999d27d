import TemplateCriteria from 'c/templateCriteria';
import { find, findAll, fire, heard, labelled, show, until, words } from '../../../../../test/page';
import { problem, serve } from '../../../../../test/service';
/** @import { DynamicFieldList, TemplateCriteria as Criteria } from 'service' */

/** @type {Criteria['list'][number]} */
const one = { field: 'title', condition: 'contains', value: 'VP' };
/** @type {DynamicFieldList['groups']} */
const GROUPS = [
    { group: 'sender', fields: [{ name: 'my_name', label: null, custom: false }] },
    { group: 'lead', fields: [{ name: 'sfdc_lead_industry', label: 'Industry', custom: false }] }
];
/** @type {(list: Criteria['list'], properties?: { isReadOnly?: boolean }) => any} */
const open = (list, properties = {}) => show('c-template-criteria', TemplateCriteria, { criteria: { join: 'all', list }, ...properties });

describe('c-template-criteria', () => {
    it('adds, changes and removes criteria, three at most', async () => {
        serve({ 'GET /dynamic-fields': { groups: GROUPS } });
        const element = open([one]);
        const changes = heard(element, 'criteria');
        fire(labelled(element, 'Add Criterion'), 'click');
        expect(changes[0].list).toEqual([one, { field: 'title', condition: 'contains', value: '' }]);
        fire(find(element, 'lightning-input'), 'change', { value: 'CEO' });
        expect(changes[1].list).toEqual([{ ...one, value: 'CEO' }]);
        fire(find(element, 'lightning-button-icon'), 'click');
        expect(changes[2].list).toEqual([]);
        const full = open([one, one, one]);
        expect(labelled(full, 'Add Criterion')).toBe(undefined);
        fire(find(full, 'lightning-select'), 'change', { value: 'any' });
        await until(() => find(element, '.field').options.some(({ label }) => label === 'Lead: Industry'));
        expect(find(element, '.field').options.some(({ value }) => value === 'my_name')).toBe(false);
    });

    it('keeps a field that this user does not see, also when Salesforce does not answer', async () => {
        const calls = serve({ 'GET /dynamic-fields': problem(503, 'salesforce_unavailable', 'Salesforce did not answer.') });
        const element = open([{ ...one, field: 'sfdc_lead_secret' }]);
        await until(() => calls.length === 1);
        expect(find(element, '.field').options.at(-1)).toEqual({ value: 'sfdc_lead_secret', label: 'sfdc_lead_secret' });
        expect(find(element, '.field').options[0].label).toBe('Title');
    });

    it('are sentences where they are only looked at', async () => {
        serve({ 'GET /dynamic-fields': { groups: GROUPS } });
        const element = open([one, { field: 'sfdc_lead_industry', condition: 'not_equals', value: 'Banking' }], { isReadOnly: true });
        const lines = () => findAll(element, 'li').map(({ textContent }) => textContent);
        await until(() => lines()[1] === 'Lead: Industry does not equal “Banking”');
        expect(lines()[0]).toBe('Title contains “VP”');
        expect(words(element)).toContain('How many must be true: All of them');
        expect(find(element, 'lightning-select')).toBeNull();
        expect(words(open([]))).toContain('Nobody in particular.');
    });
});
