import SalesEmailCompose from 'c/salesEmailCompose';
import { find, fire, heard, labelled, show, until, words } from '../../../../../test/page';
import { compose, person, row, savedDraft } from '../../../../../test/seed';
import { Answer, problem, serve } from '../../../../../test/service';
/** @import { RefusedRecipient } from 'service' */
/** @import { Given, Properties, Routes } from '../../../../../test/answers' */

const RECORD = '00Q000000000001EAA';
/** @type {Routes} */
const saving = { 'PUT /drafts': ({ body }) => ({ ...savedDraft(), ...body }) };

/** @param {Routes} routes @param {Properties<SalesEmailCompose>} properties @param {Given<'GET /compose'>} answer */
async function open(routes = {}, properties = {}, answer = compose()) {
    const calls = serve({ 'GET /compose': answer, ...saving, 'POST /sales-emails': new Answer(202, row({ state: 'queued' })), ...routes });
    const element = show('c-sales-email-compose', SalesEmailCompose, { recordId: RECORD, person: person(), ...properties });
    const closed = heard(element, 'modalclose');
    const isWhole = () => find(element, 'c-sales-email-form')?.from || labelled(element, 'Continue Draft');
    await until(() => isWhole() || find(element, 'c-person-chooser') || find(element, 'c-error-panel'));
    const write = (changes) => writeWords(element, changes);
    const made = (method) => calls.filter((call) => call.method === method);
    return { element, closed, write, made };
}
const TEAM = {
    id: '88888888-8888-4888-8888-888888888888',
    name: 'Acme Sales',
    address: 'sales@acme.example',
    signatureHtml: '<p>The Acme team</p>',
    isDefault: false
};
const editor = (element) => find(find(element, 'c-sales-email-form'), 'c-rich-text-editor');
const bodyOf = (element) => editor(element).value;
const textOf = (element) => find(editor(element), '[role="textbox"]');

/** The text as a browser has it before the library of the editor comes; it does not come here. */
function writeWords(element, { bodyHtml, ...others }) {
    const form = find(element, 'c-sales-email-form');
    if (Object.keys(others).length > 0) fire(form, 'change', others);
    if (bodyHtml === undefined) return;
    const text = textOf(element);
    // eslint-disable-next-line @lwc/lwc/no-inner-html
    text.innerHTML = bodyHtml;
    text.dispatchEvent(new CustomEvent('input'));
}
const choose = (element, id) => fire(find(element, 'c-sales-email-form'), 'changesender', id);
const send = (element) => labelled(element, 'Send').click();

describe('c-sales-email-compose', () => {
    it('opens with the sender, the person and the signature once', async () => {
        const { element } = await open();
        const form = find(element, 'c-sales-email-form');
        expect(form).toMatchObject({ from: 'Rae Ortiz <rae@acme.example>', to: 'Dana Whitfield <dana@globex.example>' });
        expect(bodyOf(element).match(/Rae Ortiz/g)).toHaveLength(1);
        expect(words(element)).toContain('Sends 10 seconds after you press Send. You can undo until then');
    });

    it('sends what was written and closes at once', async () => {
        const { element, closed, write, made } = await open();
        write({ subject: ' Pricing ', cc: ['omar@globex.example'] });
        write({ bodyHtml: '<p>Hi Dana</p>' });
        send(element);
        await until(() => closed.length === 1);
        expect(closed[0].result.row.state).toBe('queued');
        const [{ body, headers }] = made('POST');
        expect(body).toEqual({
            recordId: RECORD,
            personId: person().id,
            cc: ['omar@globex.example'],
            bcc: [],
            subject: 'Pricing',
            bodyHtml: '<p>Hi Dana</p>',
            identityId: null
        });
        expect(headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/);
    });

    it('names pictures that would not arrive before Send, does not send them, and takes them out', async () => {
        const { element, closed, write, made } = await open();
        const lost = '<img src="data:image/png;base64,AA" alt="Q3 chart"><img src="file:///c:/logo.png"><img src="cid:x">';
        write({ subject: 'Pricing', bodyHtml: `<p>See ${lost}</p><img src="https://x.example/p.png" alt="">` });
        await until(() => words(element).includes('3 pictures cannot be sent'));
        send(element);
        await until(() => find(element, '.problems button')?.dataset.field === 'bodyHtml');
        expect(made('POST')).toEqual([]);
        labelled(element, 'Remove').click();
        await until(() => !words(element).includes('cannot be sent'));
        expect(bodyOf(element)).toBe('<p>See Q3 chart</p><img src="https://x.example/p.png" alt="">');
        send(element);
        await until(() => closed.length === 1);
        expect(made('POST')[0].body.bodyHtml).toBe('<p>See Q3 chart</p><img src="https://x.example/p.png" alt="">');
    });

    it('says that a pasted picture was left out', async () => {
        const { element } = await open();
        const paste = new CustomEvent('paste', { bubbles: true, composed: true });
        Object.assign(paste, {
            clipboardData: { getData: () => '<p>Hi <img src="file:///p.png"><img src="https://x.example/p.png"></p>', files: [] }
        });
        find(element, 'c-sales-email-form').dispatchEvent(paste);
        await until(() => words(element).includes('1 picture was left out'));
    });

    it('says when it leaves where a limit makes it wait', async () => {
        const { element } = await open({}, {}, compose({ leavesAt: '2026-01-05T11:14:00Z', boundBy: 'minute_limit' }));
        expect(words(element)).toMatch(/Sends at about .*12:14.*, because of a sending limit/);
    });

    it('promises no time where too many wait to know one', async () => {
        const { element } = await open({}, {}, compose({ tooManyWait: true }));
        expect(words(element)).toContain('So many emails are waiting that we cannot say when this one will be sent');
        expect(words(element)).not.toContain('Sends');
    });

    it('says when the mailbox is tried again where it sends nothing', async () => {
        const { element } = await open({}, {}, compose({ leavesAt: '2026-01-05T11:14:00Z', boundBy: 'mailbox_blocked' }));
        expect(words(element)).toMatch(/Your mailbox cannot send at the moment\. Next try at about .*12:14/);
    });

    it('offers no choice of sender where there is none', async () => {
        const { element } = await open();
        expect(find(element, 'c-sales-email-form', 'select')).toBeNull();
    });

    it('sends as the chosen address, with its signature in the place of an untouched one', async () => {
        const { element, closed, write, made } = await open({}, {}, compose({ identities: [TEAM] }));
        choose(element, TEAM.id);
        await until(() => bodyOf(element).endsWith('<p>The Acme team</p>'));
        expect(bodyOf(element)).not.toContain('Rae Ortiz');
        write({ subject: 'Pricing', bodyHtml: '<p>Hi Dana</p>' });
        send(element);
        await until(() => closed.length === 1);
        expect(made('POST')[0].body.identityId).toBe(TEAM.id);
    });

    it('leaves a signature alone that the rep has changed, and words that were written', async () => {
        const { element, write, made, closed } = await open({}, {}, compose({ identities: [TEAM] }));
        write({ subject: 'Pricing', bodyHtml: '<p>Hi</p><p>Rae, at your service</p>' });
        choose(element, TEAM.id);
        send(element);
        await until(() => closed.length === 1);
        expect(made('POST')[0].body.bodyHtml).toBe('<p>Hi</p><p>Rae, at your service</p>');
    });

    it('asks before words are lost that were written before the sender was changed', async () => {
        const { element, write } = await open({}, {}, compose({ identities: [TEAM] }));
        write({ bodyHtml: '<p>Hi</p><p>Rae Ortiz</p>' });
        choose(element, TEAM.id);
        element.close();
        await until(() => find(element, '[role="alertdialog"]'));
    });

    it('starts as the address that the rep made the usual one', async () => {
        const { element } = await open({}, {}, compose({ identities: [{ ...TEAM, isDefault: true }] }));
        expect(find(element, 'c-sales-email-form').senders).toMatchObject([{ id: TEAM.id, isSelected: true }]);
        expect(bodyOf(element)).toContain('The Acme team');
    });

    it('sends with Ctrl+Enter', async () => {
        const { element, closed, write } = await open();
        write({ subject: 'Pricing', bodyHtml: '<p>Hi Dana</p>' });
        find(element, 'c-sales-email-form').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
        await until(() => closed.length === 1);
    });

    it.each([
        ['with the signature alone', '', ''],
        ['from an address with another signature', TEAM.id, ''],
        ['with no letter at all', '', '<p><br></p>']
    ])('asks before it sends an email without text: %s', async (_, identityId, bodyHtml) => {
        const { element, closed, write, made } = await open({}, {}, compose({ identities: [TEAM] }));
        if (identityId) choose(element, identityId);
        write({ subject: 'Pricing', ...(bodyHtml && { bodyHtml }) });
        find(element, 'c-sales-email-form').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
        await until(() => words(element).includes('Send this email without text?It has a subject, but you wrote no text.'));
        expect(made('POST')).toHaveLength(0);
        labelled(element, 'Keep Writing').click();
        await until(() => labelled(element, 'Send'));
        expect(closed).toHaveLength(0);
        send(element);
        await until(() => labelled(element, 'Send Anyway'));
        labelled(element, 'Send Anyway').click();
        await until(() => closed.length === 1);
        expect(made('POST')).toHaveLength(1);
    });

    it('sends a picture without further text unasked', async () => {
        const { element, closed, write } = await open();
        write({ subject: 'Pricing', bodyHtml: '<p><img src="https://x.example/p.png" alt=""></p>' });
        send(element);
        await until(() => closed.length === 1);
    });

    it('says what blocks sending, with a way there, and sends nothing', async () => {
        const { element, made } = await open();
        send(element);
        await until(() => words(element).includes('Fix 1 thing before sendingEnter a subject.'));
        expect(made('POST')).toEqual([]);
        expect(find(element, '.problems button').dataset.field).toBe('subject');
    });

    it('keeps the words and shows the sentence when the service refuses', async () => {
        const refusal = problem(409, 'recipient_opted_out', 'Dana opted out of email.');
        const { element, closed, write } = await open({ 'POST /sales-emails': refusal });
        write({ subject: 'Pricing', bodyHtml: '<p>Hi Dana</p>' });
        send(element);
        await until(() => find(element, 'c-error-panel', '.title')?.textContent === 'Dana opted out of email.');
        expect(closed).toEqual([]);
        expect(labelled(element, 'Send').disabled).toBe(false);
    });

    it('names the field and the address that the service refuses, and keeps the words', async () => {
        const refusal = problem(409, 'recipient_opted_out', 'gail@globex.example has opted out of email.', {
            errors: [{ in: 'body', pointer: '/bcc/1', code: 'recipient_opted_out', detail: '' }]
        });
        const { element, closed, write } = await open({ 'POST /sales-emails': refusal });
        write({ subject: 'Pricing', bodyHtml: '<p>Hi Dana</p>', bcc: ['omar@globex.example', 'gail@globex.example'] });
        send(element);
        await until(() => words(element).includes('Bcc: gail@globex.example opted out of email. Remove this address.'));
        expect(find(element, 'c-sales-email-form').refused).toEqual([
            { field: 'bcc', address: 'gail@globex.example', reason: 'recipient_opted_out' }
        ]);
        expect(find(element, 'c-error-panel')).toBeNull();
        expect(closed).toEqual([]);
        write({ bcc: ['omar@globex.example'] });
        await until(() => !words(element).includes('Remove this address'));
    });

    it('names a refused copy as the rep wrote it, however the service writes its domain', async () => {
        /** @type {RefusedRecipient[]} */
        const refused = [{ field: 'cc', address: 'omar@xn--bcher-kva.example', reason: 'recipient_opted_out' }];
        const draft = savedDraft({ refused, subject: '', cc: ['omar@bücher.example'] });
        const { element } = await open({}, { continueDraft: true }, compose({ draft }));
        await until(() => find(element, 'c-sales-email-form'));
        send(element);
        await until(() => words(element).includes('Cc: omar@bücher.example opted out of email. Remove this address.'));
    });

    it('shows who may get nothing as soon as the draft is saved, and of a kept draft at once', async () => {
        /** @type {RefusedRecipient[]} */
        const refused = [{ field: 'cc', address: 'omar@globex.example', reason: 'opt_out_unknown' }];
        const { element } = await open({}, { continueDraft: true }, compose({ draft: savedDraft({ refused }) }));
        await until(() => find(element, 'c-sales-email-form')?.refused.length === 1);
        const other = await open({ 'PUT /drafts': savedDraft({ refused }) });
        other.write({ subject: 'Pricing', bodyHtml: '<p>Hi Dana</p>', cc: ['omar@globex.example'] });
        await until(() => find(other.element, 'c-sales-email-form').refused.length === 1);
    });

    it('cannot send twice when the answer is lost and Send is pressed again', async () => {
        const answers = [problem(502, 'salesforce_unavailable', 'No answer.'), problem(502, 'salesforce_unavailable', 'No answer.')];
        const { element, closed, write, made } = await open({ 'POST /sales-emails': () => answers.shift() ?? row() });
        write({ subject: 'Pricing', bodyHtml: '<p>Hi Dana</p>' });
        send(element);
        await until(() => find(element, 'c-error-panel'));
        send(element);
        await until(() => made('POST').length === 2 && labelled(element, 'Send'));
        write({ subject: 'Other words' });
        send(element);
        await until(() => closed.length === 1);
        const [first, second, third] = made('POST').map(({ headers }) => headers['idempotency-key']);
        expect(second).toBe(first);
        expect(third).not.toBe(first);
    });

    it('offers Try Again when nothing answered, which is the same email as before', async () => {
        let isLost = true;
        const { element, closed, write, made } = await open({
            'POST /sales-emails': () =>
                isLost ? Promise.reject(new TypeError('Failed to fetch')) : new Answer(202, row({ state: 'queued' }))
        });
        write({ subject: 'Pricing', bodyHtml: '<p>Hi Dana</p>' });
        send(element);
        const again = await until(() => labelled(find(element, 'c-error-panel') ?? element, 'Try Again'));
        isLost = false;
        again.click();
        await until(() => closed.length === 1);
        const [first, second] = made('POST').map(({ headers }) => headers['idempotency-key']);
        expect(second).toBe(first);
    });

    it('offers no Try Again when the service has refused', async () => {
        const { element, write } = await open({ 'POST /sales-emails': problem(409, 'recipient_opted_out', 'Dana opted out of email.') });
        write({ subject: 'Pricing', bodyHtml: '<p>Hi Dana</p>' });
        send(element);
        await until(() => find(element, 'c-error-panel'));
        expect(labelled(find(element, 'c-error-panel'), 'Try Again')).toBeUndefined();
    });

    it('saves a draft by itself once it has a person and a subject', async () => {
        const { element, write, made } = await open();
        write({ bodyHtml: '<p>Hi</p>' });
        write({ subject: 'Pricing' });
        write({ bodyHtml: '<p>Hi Dana</p>' });
        await until(() => words(element).includes('Draft saved'));
        expect(made('PUT').map(({ body }) => body.bodyHtml)).toEqual(['<p>Hi Dana</p>']);
    });

    it('saves what is not saved yet and closes without asking', async () => {
        const { element, closed, write, made } = await open();
        write({ subject: 'Pricing' });
        element.close();
        await until(() => closed.length === 1);
        expect(made('PUT')).toHaveLength(1);
    });

    it('closes without a word when nothing was written', async () => {
        const { element, closed, made } = await open();
        element.close();
        expect(closed).toHaveLength(1);
        expect(made('PUT')).toEqual([]);
    });

    it('asks before words are lost', async () => {
        const { element, closed, write } = await open();
        write({ bodyHtml: '<p>Hi Dana</p>' });
        element.close();
        await until(() => words(element).includes('Discard this email?It is not saved: a draft needs a subject.'));
        element.close();
        await until(() => !find(element, '[role="alertdialog"]'));
        expect(closed).toEqual([]);
        element.close();
        await until(() => labelled(element, 'Discard Email'));
        labelled(element, 'Discard Email').click();
        await until(() => closed.length === 1);
    });

    it('asks before words are lost because saving failed', async () => {
        const { element, closed, write } = await open({ 'PUT /drafts': problem(500, 'unexpected', 'Down.') });
        write({ subject: 'Pricing' });
        element.close();
        await until(() => words(element).includes('Your last changes are not saved.'));
        expect(closed).toEqual([]);
    });

    it('discards the saved draft too', async () => {
        const draft = savedDraft();
        const { element, closed, made } = await open(
            { 'DELETE /drafts/{id}': new Answer(204) },
            { continueDraft: true },
            compose({ draft })
        );
        labelled(element, 'Discard').click();
        await until(() => words(element).includes('The saved draft is deleted too.'));
        labelled(element, 'Discard Email').click();
        await until(() => closed.length === 1);
        expect(made('DELETE').map(({ path }) => path)).toEqual([`/drafts/${draft.id}`]);
    });

    it('offers a draft, and continues it', async () => {
        const { element } = await open({}, {}, compose({ draft: savedDraft() }));
        expect(words(element)).not.toContain('replaces what you have written');
        expect(words(element)).toContain('“Kept words” to Dana Whitfield');
        labelled(element, 'Continue Draft').click();
        const form = await until(() => find(element, 'c-sales-email-form'));
        expect(form.words).toEqual({ cc: ['omar@globex.example'], bcc: [], subject: 'Kept words', bodyHtml: '<p>Hi Dana</p>' });
    });

    it('starts over when that is chosen, with the words that were written meanwhile', async () => {
        const { element, write, made } = await open({}, {}, compose({ draft: savedDraft() }));
        write({ subject: 'New words' });
        labelled(element, 'Start Over').click();
        await until(() => words(element).includes('Draft saved'));
        expect(made('PUT').map(({ body }) => body.subject)).toEqual(['New words']);
    });

    it('neither saves nor sends in the place of a kept draft before the rep has chosen', async () => {
        const { element, closed, write, made } = await open({}, {}, compose({ draft: savedDraft() }));
        write({ subject: 'New words', bodyHtml: '<p>Hi</p>' });
        await until(() => words(element).includes('Continuing it replaces what you have written here.'));
        find(element, 'c-sales-email-form').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
        element.close();
        await until(() => words(element).includes('Your last changes are not saved.'));
        expect([closed.length, made('PUT').length, made('POST').length]).toEqual([0, 0, 0]);
    });

    it('lets the rep choose one person of an account first, and change it without losing words', async () => {
        const people = [
            person({ id: '003000000000001AAA', name: 'Omar Reyes', email: 'omar@globex.example' }),
            person({ id: '003000000000002AAA', name: 'Lin Zhou', email: null })
        ];
        const { element, write } = await open({}, { person: undefined, people });
        fire(find(element, 'c-person-chooser'), 'choose', people[0]);
        await until(() => find(element, 'c-sales-email-form')?.to === 'Omar Reyes <omar@globex.example>');
        await until(() => find(element, 'c-sales-email-form').from);
        write({ bodyHtml: '<p>Hi there</p>' });
        fire(find(element, 'c-sales-email-form'), 'changeperson');
        await until(() => find(element, 'c-person-chooser'));
        expect(find(element, 'c-person-chooser').isSingle).toBe(true);
        fire(find(element, 'c-person-chooser'), 'choose', people[1]);
        const form = await until(() => find(element, 'c-sales-email-form'));
        expect(form.to).toBe('Lin Zhou');
        expect(bodyOf(element)).toBe('<p>Hi there</p>');
    });

    it('closes with the page of an email to many when several were chosen', async () => {
        const people = [person({ id: '003000000000001AAA' }), person({ id: '003000000000002AAA' })];
        const { element, closed } = await open({}, { person: undefined, people });
        const page = { type: 'standard__component', attributes: { componentName: 'c__msiSelectAndSend' }, state: { c__id: 'bulk-1' } };
        expect(find(element, 'c-person-chooser').isSingle).toBe(false);
        fire(find(element, 'c-person-chooser'), 'many', page);
        await until(() => closed.length === 1);
        expect(closed[0].result).toEqual({ page });
    });

    it('keeps the words and can try again when the service does not answer at first', async () => {
        const { element, closed, write } = await open({}, {}, problem(500, 'unexpected', 'The service is being updated.'));
        const says = (sentence) => find(element, 'c-error-panel', '.title')?.textContent === sentence;
        expect(says('The service is being updated.')).toBe(true);
        write({ subject: 'Pricing', bodyHtml: '<p>Hi Dana</p>' });
        serve({ 'GET /compose': problem(500, 'unexpected', 'Still being updated.') });
        send(element);
        await until(() => says('Still being updated.'));
        expect(closed).toEqual([]);
        serve({ 'GET /compose': compose(), 'POST /sales-emails': new Answer(202, row()) });
        find(element, 'c-error-panel', 'lightning-button').click();
        await until(() => find(element, 'c-sales-email-form').from);
        expect(find(element, 'c-error-panel')).toBeNull();
        send(element);
        await until(() => closed.length === 1);
    });

    it('waits for a draft that the rep asked for, and says when it cannot be had', async () => {
        const failed = problem(500, 'unexpected', 'The service is being updated.');
        const { element } = await open({}, { continueDraft: true }, failed);
        expect(find(element, 'c-sales-email-form')).toBeNull();
        serve({ 'GET /compose': compose({ draft: savedDraft() }) });
        find(element, 'c-error-panel', 'lightning-button').click();
        await until(() => find(element, 'c-sales-email-form')?.words.subject === 'Kept words');
    });

    describe('before the service has answered', () => {
        const SIGNED = '<p>Hi Dana</p><p><br></p><p>Rae Ortiz</p>';

        /** @param {Given<'GET /compose'>} [answer] */
        function openEarly(answer = compose()) {
            /** @type {(_: any) => void} */
            let release = () => undefined;
            const waits = new Promise((resolve) => {
                release = resolve;
            });
            const calls = serve({
                'GET /compose': async () => {
                    await waits;
                    return /** @type {any} */ (answer);
                },
                ...saving,
                'POST /sales-emails': new Answer(202, row({ state: 'queued' }))
            });
            const element = show('c-sales-email-compose', SalesEmailCompose, { recordId: RECORD, person: person() });
            const form = find(element, 'c-sales-email-form');
            return {
                element,
                form,
                closed: heard(element, 'modalclose'),
                write: (changes) => writeWords(element, changes),
                made: (method) => calls.filter((call) => call.method === method),
                answer: () => release(undefined)
            };
        }

        it('shows the fields at once, with the person', () => {
            const { form } = openEarly();
            expect(form).toMatchObject({ from: '', to: 'Dana Whitfield <dana@globex.example>' });
        });

        it('takes words, and puts the signature below them when it comes, a line apart', async () => {
            const { element, write, made, answer } = openEarly();
            write({ subject: 'Pricing', bodyHtml: '<p>Hi Dana</p>' });
            const [first] = textOf(element).childNodes;
            answer();
            await until(() => bodyOf(element) === SIGNED);
            // Whoever writes there keeps the caret: the words themselves were not touched
            expect(textOf(element).firstChild).toBe(first);
            await until(() => made('PUT')[0]?.body.bodyHtml === SIGNED);
        });

        it('sends only what has its signature', async () => {
            const { element, closed, write, made, answer } = openEarly();
            write({ subject: 'Pricing', bodyHtml: '<p>Hi Dana</p>' });
            send(element);
            await until(() => labelled(element, 'Sending…'));
            expect(made('POST')).toEqual([]);
            answer();
            await until(() => closed.length === 1);
            expect(made('POST')[0].body.bodyHtml).toBe(SIGNED);
        });

        it('saves nothing in the place of a draft that nobody knows of yet', async () => {
            const { element, closed, write, made, answer } = openEarly(compose({ draft: savedDraft() }));
            write({ subject: 'Pricing' });
            element.close();
            answer();
            await until(() => words(element).includes('Your last changes are not saved.'));
            expect([closed.length, made('PUT').length]).toEqual([0, 0]);
        });
    });
});
