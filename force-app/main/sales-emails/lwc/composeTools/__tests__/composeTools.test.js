import ComposeTools from 'c/composeTools';
import { find, fire, heard, labelled, show, until } from '../../../../../test/page';
import { serve } from '../../../../../test/service';

const open = () => {
    serve({
        'GET /content': { items: [], hasMore: false },
        'GET /dynamic-fields': { groups: [] },
        'GET /template-picker': { pinned: [], recommended: [], areRecommendedKnown: true, templates: [], total: 0, cursor: null }
    });
    return show('c-compose-tools', ComposeTools, { recordId: '00Q000000000001EAA', personId: '00Q000000000001EAA', personName: 'Dana' });
};

describe('c-compose-tools', () => {
    it('opens one tool at a time, and closes it by the same button', async () => {
        const element = open();
        labelled(element, 'Templates').click();
        await until(() => find(element, 'c-template-picker'));
        labelled(element, 'Insert Field').click();
        await until(() => find(element, 'c-field-picker') && !find(element, 'c-template-picker'));
        expect(labelled(element, 'Insert Field').getAttribute('aria-expanded')).toBe('true');
        const left = heard(element, 'leave');
        labelled(element, 'Insert Field').click();
        await until(() => !find(element, 'c-field-picker'));
        expect(left).toHaveLength(1);
    });

    it('hands on what was chosen, and that nothing was', async () => {
        const element = open();
        const [fields, templates, contents, left] = ['field', 'template', 'content', 'leave'].map((name) => heard(element, name));
        labelled(element, 'Insert Field').click();
        fire(await until(() => find(element, 'c-field-picker')), 'choose', { token: '{{title}}' });
        labelled(element, 'Templates').click();
        fire(await until(() => find(element, 'c-template-picker')), 'choose', { id: '1' });
        labelled(element, 'Content').click();
        fire(await until(() => find(element, 'c-content-picker')), 'choose', { text: 'Pricing.pdf', href: 'https://a.example' });
        labelled(element, 'Templates').click();
        fire(await until(() => find(element, 'c-template-picker')), 'cancel');
        expect([fields, templates, left]).toEqual([[{ token: '{{title}}' }], [{ id: '1' }], [null]]);
        expect(contents).toEqual([{ text: 'Pricing.pdf', href: 'https://a.example' }]);
    });
});
