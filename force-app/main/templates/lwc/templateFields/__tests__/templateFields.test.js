import TemplateFields from 'c/templateFields';
import { find, fire, heard, labelled, show, until } from '../../../../../test/page';
import { templateDirectory } from '../../../../../test/seed';
import { serve } from '../../../../../test/service';

jest.mock('@salesforce/resourceUrl/MSI_Rich_Text', () => ({ default: '/resource/MSI_Rich_Text' }), { virtual: true });

/** @type {import('c/templateWords').WrittenTemplate} */
const WORDS = {
    name: 'Pricing',
    categoryId: '88888888-8888-4888-8888-888888888888',
    subject: 'For ',
    bodyHtml: '<p>Hi</p>',
    notes: '',
    isNonCommercial: false,
    criteria: { join: 'all', list: [] }
};

function open() {
    serve({ 'GET /dynamic-fields': { groups: [] }, 'GET /content': { items: [], hasMore: false } });
    return show('c-template-fields', TemplateFields, { words: WORDS, directory: templateDirectory() });
}

async function choose(element) {
    fire(labelled(element, 'Insert Field'), 'click');
    const picker = await until(() => find(element, 'c-field-picker'));
    fire(picker, 'choose', { token: '{{company}}' });
}

describe('c-template-fields', () => {
    it('puts a field into the subject when the caret was there last', async () => {
        const element = open();
        const changes = heard(element, 'words');
        fire(find(element, '.subject'), 'focus');
        await choose(element);
        expect(changes).toEqual([{ subject: 'For {{company}}' }]);
        expect(await until(() => !find(element, 'c-field-picker'))).toBe(true);
    });

    it('puts a field into the email otherwise', async () => {
        const element = open();
        const changes = heard(element, 'words');
        await choose(element);
        await until(() => changes.length > 0);
        expect(changes).toEqual([{ bodyHtml: '<p>Hi{{company}}</p>' }]);
    });

    it('puts a link to content into the email, also where the caret was in the subject, and into its HTML', async () => {
        const element = open();
        const changes = heard(element, 'words');
        const link = { text: 'Pricing.pdf', href: 'https://a.example/?b=1&c=2' };
        const html = '<a href="https://a.example/?b=1&amp;c=2">Pricing.pdf</a>';
        fire(find(element, '.subject'), 'focus');
        fire(labelled(element, 'Content'), 'click');
        fire(await until(() => find(element, 'c-content-picker')), 'choose', link);
        await until(() => changes.length > 0);
        expect(changes).toEqual([{ bodyHtml: `<p>Hi${html}</p>` }]);
        fire(labelled(element, 'Edit as HTML'), 'click');
        const area = await until(() => find(element, 'c-template-body', 'textarea'));
        area.setSelectionRange(0, 0);
        fire(labelled(element, 'Content'), 'click');
        fire(await until(() => find(element, 'c-content-picker')), 'choose', link);
        await until(() => changes.length > 1);
        expect(changes[1].bodyHtml.startsWith(html)).toBe(true);
    });

    it('does not let a template without a name be saved, and leads there', () => {
        const element = open();
        const name = find(element, '.name');
        name.reportValidity = () => false;
        name.focus = jest.fn();
        for (const field of [find(element, 'lightning-select'), find(element, '.subject')]) field.reportValidity = () => true;
        expect(element.checkFields()).toBe(false);
        expect(name.focus).toHaveBeenCalled();
    });
});
