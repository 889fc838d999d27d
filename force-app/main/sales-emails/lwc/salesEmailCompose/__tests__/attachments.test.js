import SalesEmailCompose from 'c/salesEmailCompose';
import { find, fire, heard, labelled, show, until, words } from '../../../../../test/page';
import { compose, person, row, savedDraft } from '../../../../../test/seed';
import { Answer, problem, serve } from '../../../../../test/service';
/** @import { Given, Properties, Routes } from '../../../../../test/answers' */

const RECORD = '00Q000000000001EAA';
const OFFER = { id: '99999999-9999-4999-8999-999999999901', name: 'offer.pdf', type: 'application/pdf', size: 400_000 };

const TEMPLATE = {
    templateId: '77777777-7777-4777-8777-777777777777',
    name: 'First Meeting',
    subject: 'Twenty minutes?',
    bodyHtml: '<p>Hi</p>',
    isNonCommercial: false
};

/** @param {Given<'GET /compose'>} [answer] @param {Properties<SalesEmailCompose>} [properties] @param {Routes} [routes] */
async function open(answer = compose(), properties = {}, routes = {}) {
    const calls = serve({
        'GET /compose': answer,
        'PUT /drafts': ({ body }) => ({ ...savedDraft(), ...body }),
        'POST /sales-emails': new Answer(202, row({ state: 'queued' })),
        'DELETE /drafts/{id}': new Answer(204),
        'DELETE /files/{id}': new Answer(204),
        ...routes
    });
    const element = show('c-sales-email-compose', SalesEmailCompose, { recordId: RECORD, person: person(), ...properties });
    const closed = heard(element, 'modalclose');
    await until(() => find(element, 'c-sales-email-form')?.from);
    fire(find(element, 'c-sales-email-form'), 'change', { subject: 'Pricing', bodyHtml: '<p>Hi</p>' });
    return { element, closed, made: (method) => calls.filter((call) => call.method === method) };
}
const files = (element) => find(element, 'c-email-attachments');
const attach = (element, detail) => fire(files(element), 'change', { files: [], uploading: 0, failed: 0, ...detail });

describe('files in the window of an email', () => {
    it('are saved and sent with it; Send waits for those on their way, and for what the rep decides of others', async () => {
        const { element, closed, made } = await open();
        attach(element, { files: [OFFER], uploading: 1 });
        labelled(element, 'Send').click();
        await until(() => find(element, '.problems')?.textContent.includes('1 file is still being uploaded.'));
        attach(element, { files: [OFFER], failed: 1 });
        await until(() => find(element, '.problems').textContent.includes('1 file could not be attached.'));
        labelled(element, 'Send').click();
        await until(() => made('PUT').length > 0);
        expect(made('POST')).toEqual([]);
        attach(element, { files: [OFFER] });
        await until(() => !find(element, '.problems'));
        labelled(element, 'Send').click();
        await until(() => closed.length === 1);
        expect(made('POST')[0].body.attachmentIds).toEqual([OFFER.id]);
    });

    it('are asked about before the window closes without them', async () => {
        const { element, closed } = await open();
        await until(() => words(element).includes('Draft saved'));
        attach(element, { uploading: 1 });
        element.close();
        await until(() => words(element).includes('Close while a file is being uploaded?'));
        labelled(element, 'Close').click();
        await until(() => closed.length === 1);
    });

    it('stay as they are while Send is on its way, and are waited for when they come beside the question for a text', async () => {
        let answer = () => {};
        const sent = new Promise((resolve) => {
            answer = () => resolve(new Answer(202, row({ state: 'queued' })));
        });
        const { element, closed, made } = await open(compose(), {}, { 'POST /sales-emails': () => sent });
        fire(find(element, 'c-sales-email-form'), 'change', { bodyHtml: '' });
        labelled(element, 'Send').click();
        await until(() => labelled(element, 'Send Anyway'));
        attach(element, { uploading: 1 });
        labelled(element, 'Send Anyway').click();
        await until(() => find(element, '.problems')?.textContent.includes('1 file is still being uploaded.'));
        expect(made('POST')).toEqual([]);
        attach(element, { files: [OFFER] });
        fire(find(element, 'c-sales-email-form'), 'change', { bodyHtml: '<p>Hi</p>' });
        await until(() => !find(element, '.problems'));
        labelled(element, 'Send').click();
        await until(() => made('POST').length === 1);
        expect(files(element).isLocked).toBe(true);
        answer();
        await until(() => closed.length === 1);
    });

    it('that the service does not have any more are taken out, and the rep is told', async () => {
        const title = 'A file of this email is not there any more.';
        const errors = [{ in: 'body', pointer: '/attachmentIds/0', code: /** @type {const} */ ('custom'), detail: title }];
        const { element } = await open(compose(), {}, { 'POST /sales-emails': problem(409, 'file_gone', title, { errors }) });
        const other = { ...OFFER, id: '99999999-9999-4999-8999-999999999902', name: 'plan.pdf' };
        attach(element, { files: [OFFER, other] });
        labelled(element, 'Send').click();
        await until(() => files(element).goneCount === 1);
        expect(files(element).files).toEqual([other]);
    });

    it('come back with a draft, stay with a template, and go with Discard', async () => {
        const draft = savedDraft({ attachmentIds: [OFFER.id, 'gone'], attachments: [OFFER] });
        const { element, closed, made } = await open(compose({ draft }), { continueDraft: true }, { 'POST /templates/{id}/use': TEMPLATE });
        expect(files(element)).toMatchObject({ files: [OFFER], goneCount: 1 });
        fire(find(element, 'c-sales-email-form'), 'template', { id: '1' });
        await until(() => labelled(element, 'Use Template'));
        labelled(element, 'Use Template').click();
        await until(() => words(element).includes('Draft saved') && made('PUT').at(-1)?.body.templateId);
        expect(made('PUT').at(-1)?.body.attachmentIds).toEqual([OFFER.id]);
        labelled(element, 'Discard').click();
        await until(() => labelled(element, 'Discard Email'));
        labelled(element, 'Discard Email').click();
        await until(() => closed.length === 1);
        expect(made('DELETE').map(({ path }) => path)).toEqual([`/drafts/${draft.id}`, `/files/${OFFER.id}`]);
    });

    it('are kept on this machine while the draft has no subject', async () => {
        const { element } = await open();
        fire(find(element, 'c-sales-email-form'), 'change', { subject: '' });
        attach(element, { files: [OFFER] });
        element.remove();
        const again = await openAgain();
        labelled(again, 'Continue Draft').click();
        await until(() => files(again).files.length === 1);
        expect(files(again).files).toEqual([OFFER]);
    });
});

async function openAgain() {
    serve({ 'GET /compose': compose(), 'PUT /drafts': ({ body }) => ({ ...savedDraft(), ...body }) });
    const element = show('c-sales-email-compose', SalesEmailCompose, { recordId: RECORD, person: person() });
    await until(() => labelled(element, 'Continue Draft'));
    return element;
}
