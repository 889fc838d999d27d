import TemplateEditor from 'c/templateEditor';
import { keepTemplateWords, keptTemplateWords, NEW_TEMPLATE, templatesWithWords } from 'c/templateWords';
import { find, fire, heard, labelled, show, until, words } from '../../../../../test/page';
import { template, templateDirectory } from '../../../../../test/seed';
import { Answer, problem, serve } from '../../../../../test/service';
/** @import { Given } from '../../../../../test/answers' */
/** @import { WrittenTemplate } from 'c/templateWords' */

jest.mock('@salesforce/resourceUrl/MSI_Rich_Text', () => ({ default: '/resource/MSI_Rich_Text' }), { virtual: true });

const { id } = template();
const NO_EMAILS = { emails: [], cursor: null };
/** @type {WrittenTemplate} */
const written = {
    name: 'Pricing',
    categoryId: templateDirectory().categories[0].id,
    subject: 'What 40 seats cost',
    bodyHtml: '<p>Hello {{first_name}}</p>',
    notes: '',
    isNonCommercial: false,
    criteria: template().criteria
};

/** @param {string} templateId @param {Given<'GET /templates/{id}'>} answer */
async function open(templateId, answer = template()) {
    const calls = serve({ 'GET /templates/{id}': answer, 'GET /templates/{id}/emails': NO_EMAILS });
    const element = show('c-template-editor', TemplateEditor, { templateId, directory: templateDirectory(), firstCategoryId: undefined });
    await until(() => !find(element, 'c-stencil'));
    return { element, calls };
}
const write = (element, change) => fire(find(element, 'c-template-fields'), 'words', change);
const save = (element) => {
    find(element, 'c-template-fields').checkFields = () => true;
    fire(labelled(element, 'Save'), 'click');
};

describe('c-template-editor', () => {
    it('makes a template of what was written, and tells its id', async () => {
        const { element } = await open(NEW_TEMPLATE);
        const created = heard(element, 'created');
        const unsaved = heard(element, 'unsaved');
        expect(labelled(element, 'Save').disabled).toBe(true);
        write(element, written);
        await until(() => !labelled(element, 'Save').disabled);
        const calls = serve({ 'POST /templates': new Answer(201, template()), 'GET /templates/{id}/emails': NO_EMAILS });
        save(element);
        await until(() => created.length > 0);
        expect(created).toEqual([id]);
        expect(calls[0].body).toEqual(written);
        expect(unsaved.at(-1)).toBe(false);
        expect(templatesWithWords()).toEqual([]);
        await until(() => words(element).includes('The template is saved.'));
    });

    it('keeps words that are not saved, and shows them again on the next visit', async () => {
        const { element } = await open(id);
        write(element, { subject: 'What 50 seats cost' });
        expect(keptTemplateWords(id)).toEqual({ words: { ...written, subject: 'What 50 seats cost' }, version: 1 });
        element.remove();
        const { element: again } = await open(id);
        await until(() => find(again, 'c-template-fields')?.words.subject === 'What 50 seats cost');
        expect(words(again)).toContain('You have unsaved changes.');
        fire(labelled(again, 'Discard Changes'), 'click');
        await until(() => find(again, 'c-template-fields').words.subject === 'What 40 seats cost');
        expect(templatesWithWords()).toEqual([]);
    });

    it('overwrites nothing that somebody else has saved meanwhile, and lets the rep take the words along', async () => {
        const { element } = await open(id);
        write(element, { subject: 'Mine' });
        await until(() => labelled(element, 'Discard Changes'));
        const refusal = problem(409, 'template_changed', 'Sam has saved this template meanwhile. Your words are not saved yet.');
        const calls = serve({ 'PUT /templates/{id}': refusal });
        save(element);
        await until(() => labelled(element, 'Load Theirs'));
        expect(calls[0].body.version).toBe(1);
        expect(find(element, 'c-error-panel').error.message).toContain('Sam has saved');
        expect(keptTemplateWords(id)?.words.subject).toBe('Mine');

        const write_ = jest.fn().mockResolvedValue(undefined);
        Object.defineProperty(navigator, 'clipboard', { value: { writeText: write_ }, configurable: true });
        fire(labelled(element, 'Copy My Words'), 'click');
        await until(() => write_.mock.calls.length > 0);
        expect(write_).toHaveBeenCalledWith('Mine\n\nHello {{first_name}}');

        serve({ 'GET /templates/{id}': template({ subject: 'Theirs', version: 2 }), 'GET /templates/{id}/emails': NO_EMAILS });
        fire(labelled(element, 'Load Theirs'), 'click');
        await until(() => find(element, 'c-template-fields').words.subject === 'Theirs');
        expect(find(element, 'c-error-panel')).toBeNull();
    });

    it('asks for the version that kept words began from, so that they overwrite nothing later either', async () => {
        keepTemplateWords(id, { words: { ...written, subject: 'Old' }, version: 1 });
        const { element } = await open(id, template({ version: 5 }));
        await until(() => !labelled(element, 'Save').disabled);
        const calls = serve({ 'PUT /templates/{id}': template() });
        save(element);
        await until(() => calls.length > 0);
        expect(calls[0].body.version).toBe(1);
    });

    it('gives back kept words of a template that is gone', async () => {
        keepTemplateWords(id, { words: { ...written, subject: 'Mine' }, version: 1 });
        const { element } = await open(id, problem(404, 'not_found', 'This template does not exist.'));
        await until(() => labelled(element, 'Copy My Words'));
        expect(find(element, 'c-template-fields').words.subject).toBe('Mine');
    });

    it('only shows a template of somebody else, which can be cloned, and an archived one', async () => {
        const { element } = await open(id, template({ canEdit: false, isMine: false }));
        const copies = heard(element, 'open');
        serve({ 'POST /templates/{id}/clone': new Answer(201, template({ id: '9' })) });
        fire(labelled(find(element, 'c-template-view'), 'Clone'), 'click');
        await until(() => copies.length === 1);
        expect(copies).toEqual(['9']);
        expect(labelled(element, 'Save')).toBe(undefined);
        const { element: archived } = await open(id, template({ isArchived: true, categoryId: null, categoryName: null }));
        expect(find(archived, 'c-template-view')).not.toBeNull();
    });

    it('says what failed in place of the template, and reads it again', async () => {
        const { element } = await open(id, problem(503, 'unexpected', 'The service is busy.'));
        const panel = await until(() => find(element, 'c-error-panel'));
        serve({ 'GET /templates/{id}': template(), 'GET /templates/{id}/emails': NO_EMAILS });
        fire(panel, 'retry');
        await until(() => find(element, 'c-template-fields'));
    });
});
