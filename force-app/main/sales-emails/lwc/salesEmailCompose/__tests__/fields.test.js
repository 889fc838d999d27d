import SalesEmailCompose from 'c/salesEmailCompose';
import { find, fire, heard, labelled, show, until, words } from '../../../../../test/page';
import { compose, person, row, savedDraft } from '../../../../../test/seed';
import { Answer, problem, serve } from '../../../../../test/service';
/** @import { Given, Routes } from '../../../../../test/answers' */

const RECORD = '00Q000000000001EAA';
const TEMPLATE = '77777777-7777-4777-8777-777777777777';
const used = (changes = {}) => ({
    templateId: TEMPLATE,
    name: 'First Meeting',
    subject: 'Twenty minutes, {{first_name}}?',
    bodyHtml: '<p>Hi {{first_name}}</p>',
    isNonCommercial: false,
    ...changes
});
const said = (changes = {}) => ({
    people: [{ personId: person().id, personName: 'Dana Whitfield', unresolved: [], blank: [], ...changes }],
    prompts: []
});

/** @param {Routes} routes @param {Given<'GET /compose'>} answer */
async function open(routes = {}, answer = compose()) {
    const calls = serve({
        'GET /compose': answer,
        'PUT /drafts': ({ body }) => ({ ...savedDraft(), ...body }),
        'POST /dynamic-fields/check': said(),
        'POST /templates/{id}/use': used(),
        ...routes
    });
    const element = show('c-sales-email-compose', SalesEmailCompose, { recordId: RECORD, person: person() });
    const form = () => find(element, 'c-sales-email-form');
    await until(() => form()?.from);
    const write = (changes) => fire(form(), 'change', changes);
    const made = (path) => calls.filter((call) => call.path === path);
    return { element, form, write, made };
}
/** Whatever is on its way without waiting for anybody has happened. */
function turn() {
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    return new Promise((resolve) => setTimeout(resolve));
}
const bodyOf = (form) => find(form, 'c-rich-text-editor').value;
const choose = (form) => fire(find(form, 'c-compose-tools'), 'template', { id: TEMPLATE });

describe('the dynamic fields of an email', () => {
    it('ask nothing where there are none', async () => {
        const { write, made } = await open();
        write({ subject: 'Pricing', bodyHtml: '<p>Hi {Dana}</p>' });
        await until(() => made('/drafts').length);
        expect(made('/dynamic-fields/check')).toEqual([]);
    });

    it('are told of before Send: what keeps the email, and what leaves as nothing', async () => {
        const unresolved = [
            { field: 'phone', reason: 'empty' },
            { field: 'shoe_size', reason: 'unknown_field' }
        ];
        const { element, write, made } = await open({
            'POST /dynamic-fields/check': { ...said({ unresolved, blank: ['title'] }), prompts: ['say why'] }
        });
        write({ subject: 'Pricing', bodyHtml: '<p>{{phone}} {{shoe_size}} {{title}} {{! say why}}</p>' });
        await until(() => words(element).includes('Still to be replaced: say why.'));
        expect(words(element)).toContain('Not known for Dana Whitfield: phone.');
        expect(words(element)).toContain('There is no such field: shoe_size.');
        expect(words(element)).toContain('Empty for Dana Whitfield, so nothing stands in their place: title.');
        write({ bodyHtml: '<p>More words {{phone}} {{shoe_size}} {{title}} {{! say why}}</p>' });
        write({ bodyHtml: '<p>Nothing</p>' });
        await until(() => !words(element).includes('Not known for'));
        expect(made('/dynamic-fields/check')).toHaveLength(1);
    });

    it('go into the subject where the caret is there', async () => {
        const { form } = await open();
        const subject = find(form(), '.subject');
        Object.assign(subject, { selectionStart: 3, selectionEnd: 3 });
        fire(subject, 'change', { value: 'Hi !' });
        subject.dispatchEvent(new CustomEvent('focusin', { bubbles: true }));
        fire(find(form(), 'c-compose-tools'), 'field', { token: '{{first_name}}' });
        await until(() => subject.value === 'Hi {{first_name}}!');
    });

    it('go into the text otherwise', async () => {
        const { form } = await open();
        fire(find(form(), 'c-compose-tools'), 'field', { token: '{{first_name}}' });
        await until(() => find(find(form(), 'c-rich-text-editor'), '[role="textbox"]').textContent.includes('{{first_name}}'));
    });
});

describe('a template', () => {
    it('takes the place of an email that nobody has written, above the signature', async () => {
        const { form, made } = await open();
        choose(form());
        await until(() => bodyOf(form()).includes('Hi {{first_name}}'));
        expect(bodyOf(form())).toMatch(/^<p>Hi \{\{first_name\}\}<\/p><p><br><\/p>.*Rae Ortiz/);
        expect(form().words.subject).toBe('Twenty minutes, {{first_name}}?');
        await until(() => made('/drafts').length);
        expect(made('/drafts').at(-1)?.body).toMatchObject({ templateId: TEMPLATE });
    });

    it('brings no second signature where its words have one', async () => {
        const { form } = await open({ 'POST /templates/{id}/use': used({ bodyHtml: '<p>Hi</p><p>{{my_signature}}</p>' }) });
        choose(form());
        await until(() => bodyOf(form()).includes('my_signature'));
        expect(bodyOf(form())).not.toContain('Rae Ortiz');
    });

    it('asks before it takes words away, and another template over an untouched one does not', async () => {
        const { element, form, write } = await open();
        choose(form());
        await until(() => bodyOf(form()).includes('Hi {{first_name}}'));
        choose(form());
        await until(() => words(element).includes('“First Meeting”'));
        expect(labelled(element, 'Use Template')).toBeUndefined();
        write({ subject: 'My own' });
        choose(form());
        await until(() => labelled(element, 'Use Template'));
        labelled(element, 'Keep Writing').click();
        await until(() => !labelled(element, 'Use Template'));
        choose(form());
        await until(() => labelled(element, 'Use Template'));
        labelled(element, 'Use Template').click();
        await until(() => form().words.subject === 'Twenty minutes, {{first_name}}?');
    });

    it('on its way holds Send and Preview up, and the last one that was chosen counts', async () => {
        /** @type {((_: any) => void)[]} */
        const answers = [];
        const { element, form, write, made } = await open({
            'POST /templates/{id}/use': () => new Promise((resolve) => answers.push(resolve)),
            'POST /sales-emails': new Answer(202, row({ state: 'queued' }))
        });
        write({ subject: 'Hi' });
        choose(form());
        choose(form());
        await until(() => answers.length === 2);
        expect(['Send', 'Preview'].map((name) => labelled(element, name).disabled)).toEqual([true, true]);
        form().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
        answers[1]?.(used({ name: 'The Second' }));
        await until(() => words(element).includes('“The Second”'));
        answers[0]?.(used({ name: 'The First' }));
        await turn();
        expect(words(element)).not.toContain('“The First”');
        expect(made('/sales-emails')).toEqual([]);
    });

    it('that comes when the window has closed changes nothing any more', async () => {
        /** @type {(_?: any) => void} */
        let answer = () => undefined;
        const { element, form, made } = await open({
            'POST /templates/{id}/use': () =>
                new Promise((resolve) => {
                    answer = resolve;
                })
        });
        const closed = heard(element, 'modalclose');
        choose(form());
        await until(() => made(`/templates/${TEMPLATE}/use`).length);
        element.close();
        await until(() => closed.length === 1);
        answer(used());
        await turn();
        Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
        document.dispatchEvent(new CustomEvent('visibilitychange'));
        Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
        await turn();
        expect(made('/drafts')).toEqual([]);
    });

    it('takes no picture away without a question', async () => {
        const { element, form, write } = await open();
        write({ bodyHtml: '<p><br></p><p><img src="https://msi.example/pictures/1" alt=""></p><p><br></p><p>Rae Ortiz</p>' });
        choose(form());
        await until(() => labelled(element, 'Use Template'));
    });

    it('that is gone leaves everything as it was', async () => {
        const { element, form } = await open({ 'POST /templates/{id}/use': problem(404, 'not_found', 'The template is gone.') });
        choose(form());
        await until(() => find(element, 'c-error-panel'));
        expect(bodyOf(form())).toContain('Rae Ortiz');
    });
});

describe('the preview of an email', () => {
    const preview = {
        ...said().people[0],
        subject: 'Pricing, Dana',
        previewUrl: 'https://msi.example/previews/1',
        text: 'Hi Dana',
        prompts: []
    };

    it('shows what the person gets, from the words of now, and leads back to them', async () => {
        const { element, form, write, made } = await open({ 'GET /drafts/{id}/preview': preview });
        write({ subject: 'Pricing, {{first_name}}' });
        labelled(element, 'Preview').click();
        await until(() => find(element, 'c-email-preview'));
        expect(made('/drafts').at(-1)?.body).toMatchObject({ subject: 'Pricing, {{first_name}}' });
        const shown = find(element, 'c-email-preview');
        expect(words(shown)).toContain('As Dana Whitfield gets it');
        expect(find(shown, 'iframe').getAttribute('sandbox')).toBe('');
        labelled(shown, 'Plain text').click();
        await until(() => words(shown).includes('Hi Dana'));
        labelled(element, 'Back to Writing').click();
        await until(() => !find(element, 'c-email-preview'));
        expect(form().words.subject).toBeDefined();
    });

    it('is never of other words than those that would leave', async () => {
        /** @type {((_: any) => void)[]} */
        const answers = [];
        const { element, write, made } = await open({
            'GET /drafts/{id}/preview': () => new Promise((resolve) => answers.push(resolve))
        });
        write({ subject: 'Pricing' });
        labelled(element, 'Preview').click();
        await until(() => answers.length === 1);
        write({ subject: 'Prices' });
        answers[0]?.(preview);
        await until(() => answers.length === 2);
        expect(find(element, 'c-email-preview')).toBeNull();
        expect(made('/drafts').at(-1)?.body).toMatchObject({ subject: 'Prices' });
        answers[1]?.(preview);
        await until(() => find(element, 'c-email-preview'));
    });

    it('needs a subject, and says so at the field', async () => {
        const { element } = await open();
        labelled(element, 'Preview').click();
        await until(() => words(element).includes('Enter a subject'));
        expect(find(element, 'c-email-preview')).toBeNull();
    });
});
