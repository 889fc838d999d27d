import LightningModal from 'lightning/modal';
import BulkCompose from 'c/bulkCompose';
import { find, findAll, fire, heard, labelled, show, until, words } from '../../../../../test/page';
import { bulkCheck, bulkEmail, checkedRecipient } from '../../../../../test/seed';
import { Answer, problem, serve } from '../../../../../test/service';
/** @import { Routes } from '../../../../../test/answers' */

jest.mock('@salesforce/resourceUrl/MSI_Rich_Text', () => ({ default: '/resource/MSI_Rich_Text' }), { virtual: true });

const ask = /** @type {any} */ (LightningModal.open);
const [dana, lin, omar] = bulkEmail().people.map(({ personId }) => personId);
const path = `/bulk-emails/${bulkEmail().id}`;
/** @type {Routes} */
const ROUTES = {
    'GET /bulk-emails/{id}': bulkEmail(),
    'GET /bulk-emails/{id}/check': bulkCheck(),
    'PUT /bulk-emails/{id}/words': ({ body }) => ({ version: body.version + 1, updatedAt: '2026-01-05T09:31:00Z' }),
    'PUT /bulk-emails/{id}/people/{personId}/words': new Answer(204)
};

const list = (element) => find(element, 'c-bulk-recipients');
const form = (element) => find(element, 'c-sales-email-form');
const choose = (element, id) => fire(list(element), 'choose', id);
const type = (element, change) => fire(form(element), 'change', change);
const put = (calls) => calls.filter(({ method }) => method === 'PUT').map(({ path: to, body }) => [to.slice(path.length), body]);
const subject = (element) => form(element).words.subject;
const reach = (element) => find(element, '.reach').textContent;

/** @param {Partial<import('service').BulkEmail>} [changes] @param {Routes} [routes] */
async function open(changes, routes) {
    const calls = serve({ ...ROUTES, ...routes });
    const element = show('c-bulk-compose', BulkCompose, { bulkEmail: bulkEmail(changes) });
    await until(() => calls.some((call) => call.path.endsWith('/check')));
    await until(() => list(element).check || list(element).checkError);
    return { element, calls };
}
describe('c-bulk-compose', () => {
    beforeEach(() => ask.mockReset().mockResolvedValue(true));

    it('keeps every letter of everybody and of one person while the rep goes from one to the other, and saves both', async () => {
        const { element, calls } = await open();
        expect(reach(element)).toContain('Everybody');
        expect(reach(element)).toContain('What you change here reaches all 3 people.');
        type(element, { subject: 'Pricing for all' });
        choose(element, dana);
        await until(() => reach(element).includes('Only Dana Whitfield') && subject(element) === 'Pricing for all');
        type(element, { subject: 'For Dana' });
        choose(element, '');
        await until(() => subject(element) === 'Pricing for all');
        expect(reach(element)).toContain('3 in all; 1 keeps words of their own');
        type(element, { subject: 'Pricing again' });
        choose(element, dana);
        await until(() => subject(element) === 'For Dana');
        await until(() => words(element).includes('Draft saved'));
        const { bodyHtml } = bulkEmail();
        expect(put(calls)).toEqual([
            ['/words', expect.objectContaining({ subject: 'Pricing again', bodyHtml, version: 4 })],
            [`/people/${dana}/words`, { subject: 'For Dana', bodyHtml }]
        ]);
    });

    it('shows the words of whoever was chosen last, also when others arrive later', async () => {
        const people = bulkEmail().people.map((person) => ({ ...person, hasOwnWords: true }));
        /** @type {() => void} */
        let arrive = () => undefined;
        const { element, calls } = await open(
            { people },
            {
                'GET /bulk-emails/{id}/people/{personId}/words': ({ path: from }) =>
                    from.includes(dana)
                        ? new Promise((resolve) => {
                              arrive = () => resolve({ subject: 'For Dana', bodyHtml: '<p>D</p>' });
                          })
                        : { subject: 'For Lin', bodyHtml: '<p>L</p>' }
            }
        );
        choose(element, dana);
        await until(() => calls.some(({ path: to }) => to.includes(dana)));
        choose(element, lin);
        await until(() => subject(element) === 'For Lin');
        arrive();
        choose(element, dana);
        await until(() => subject(element) === 'For Dana');
        expect(put(calls)).toEqual([]);
    });

    it('keeps words that cannot be saved, and shows them when the page is opened again', async () => {
        const { element } = await open({}, { 'PUT /bulk-emails/{id}/words': problem(413, 'text_too_large', 'This email is too long.') });
        type(element, { subject: 'Not saved yet' });
        await until(() => words(element).includes('Draft not saved'));
        expect(find(element, 'footer c-error-panel').error.message).toBe('This email is too long.');
        element.remove();
        const { element: again, calls } = await open();
        expect(subject(again)).toBe('Not saved yet');
        await until(() => put(calls).length > 0);
        expect(put(calls)[0][1]).toMatchObject({ subject: 'Not saved yet', version: 4 });
        await until(() => sessionStorage.length === 0);
    });

    it('overwrites nothing that another window has saved: the rep loads it, or keeps the own words', async () => {
        const refusal = problem(409, 'bulk_email_changed', 'This email was changed somewhere else meanwhile.');
        const newer = bulkEmail({ subject: 'Theirs', version: 6 });
        const routes = { 'PUT /bulk-emails/{id}/words': refusal, 'GET /bulk-emails/{id}': newer };
        const { element } = await open({}, routes);
        type(element, { subject: 'Mine' });
        await until(() => labelled(element, 'Load the Newer Words'));
        expect(labelled(element, 'Send to 2 people').disabled).toBe(true);
        expect(subject(element)).not.toBe('Theirs');
        labelled(element, 'Load the Newer Words').click();
        await until(() => subject(element) === 'Theirs');
        expect(labelled(element, 'Load the Newer Words')).toBeUndefined();
        element.remove();

        const { element: other } = await open({}, routes);
        type(other, { subject: 'Mine' });
        await until(() => labelled(other, 'Keep My Words'));
        const calls = serve(ROUTES);
        labelled(other, 'Keep My Words').click();
        await until(() => put(calls).length > 0);
        expect(put(calls)[0][1]).toMatchObject({ subject: 'Mine', version: 6 });
    });

    it('names who is left out before it sends, and sends the version that was seen', async () => {
        const { element, calls } = await open({}, { 'POST /bulk-emails/{id}/send': new Answer(200, /** @type {any} */ ({})) });
        const accepted = heard(element, 'accepted');
        type(element, { subject: 'Pricing for 40 seats' });
        ask.mockResolvedValueOnce(undefined);
        labelled(element, 'Send to 2 people').click();
        await until(() => ask.mock.calls.length === 1);
        expect(ask.mock.calls[0][0]).toMatchObject({
            heading: 'Send to 2 people? 1 will not get it.',
            consequences: ['No email address: Omar Reyes'],
            confirmLabel: 'Send to 2 people'
        });
        await until(() => labelled(element, 'Send to 2 people'));
        expect(accepted).toHaveLength(0);
        labelled(element, 'Send to 2 people').click();
        await until(() => accepted.length === 1);
        expect(calls.find(({ path: to }) => to.endsWith('/send'))?.body).toEqual({ version: 5 });
    });

    it('does not send what nobody would get or has no subject, and says where it is mended', async () => {
        const check = bulkCheck({
            people: [dana, lin, omar].map((personId) => checkedRecipient({ personId, reason: 'prompts_left', prompts: ['Say hello'] })),
            willGet: 0
        });
        const { element, calls } = await open({ subject: '' }, { 'GET /bulk-emails/{id}/check': check });
        expect(words(element)).toContain('Still to be replaced: Say hello.');
        labelled(element, 'Send').click();
        await until(() => find(element, '.problems'));
        expect(findAll(element, '.problems button').map((one) => one.textContent.trim())).toEqual([
            'Enter a subject.',
            'Nobody would get it. The list of people says why.'
        ]);
        expect(calls.some(({ method }) => method === 'POST')).toBe(false);
    });

    it('keeps everything when sending is refused, and says why', async () => {
        const { element } = await open(
            {},
            { 'POST /bulk-emails/{id}/send': problem(409, 'mailbox_missing', 'Connect your mailbox first.') }
        );
        labelled(element, 'Send to 2 people').click();
        await until(() => find(element, 'footer c-error-panel'));
        expect(find(element, 'footer c-error-panel').error.message).toBe('Connect your mailbox first.');
        expect(labelled(element, 'Send to 2 people').disabled).toBe(false);
        expect(subject(element)).toBe('Pricing');
    });

    it('takes a person out at once, and brings the person back with all words where that fails', async () => {
        /** @type {() => void} */
        let refuse = () => undefined;
        const { element, calls } = await open(
            {},
            {
                'DELETE /bulk-emails/{id}/people/{personId}': () =>
                    new Promise((resolve) => {
                        refuse = () => resolve(problem(503, 'unexpected', 'Not now.'));
                    })
            }
        );
        choose(element, omar);
        await until(() => reach(element).includes('Only Omar'));
        type(element, { subject: 'For Omar' });
        fire(list(element), 'remove', omar);
        await until(() => list(element).people.length === 2);
        expect(list(element).check.people).toHaveLength(2);
        refuse();
        await until(() => list(element).people.length === 3);
        expect(list(element).error.message).toBe('Not now.');
        await until(() => put(calls).length > 0);
        expect(put(calls)).toEqual([[`/people/${omar}/words`, { subject: 'For Omar', bodyHtml: bulkEmail().bodyHtml }]]);
    });

    it('asks before everybody gets the same words, and then they do', async () => {
        const people = bulkEmail().people.map((person, index) => ({ ...person, hasOwnWords: index === 0 }));
        const { element, calls } = await open({ people }, { 'DELETE /bulk-emails/{id}/own-words': new Answer(204) });
        labelled(element, 'Give Everybody These Words').click();
        await until(() => list(element).people.every(({ hasOwnWords }) => !hasOwnWords));
        expect(ask.mock.calls[0][0].consequences).toEqual(['What you wrote for 1 person alone is deleted.']);
        expect(calls.some(({ method, path: to }) => method === 'DELETE' && to.endsWith('/own-words'))).toBe(true);
    });

    it('asks before a person goes for whom alone something was written', async () => {
        const [first, ...others] = bulkEmail().people;
        const { element, calls } = await open(
            { people: [{ ...first, hasOwnWords: true }, ...others] },
            { 'DELETE /bulk-emails/{id}/people/{personId}': new Answer(204) }
        );
        ask.mockResolvedValueOnce(false);
        fire(list(element), 'remove', dana);
        await until(() => ask.mock.calls.length === 1);
        expect(ask.mock.calls[0][0].heading).toBe('Remove Dana Whitfield?');
        expect(list(element).people).toHaveLength(others.length + 1);
        fire(list(element), 'remove', dana);
        await until(() => calls.some(({ method }) => method === 'DELETE'));
        expect(list(element).people).toHaveLength(others.length);
    });

    it('sends by Ctrl+Enter in the words, and not in the list of people', async () => {
        const { element, calls } = await open();
        const press = (/** @type {HTMLElement} */ at) =>
            at.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
        press(list(element));
        press(find(element, 'c-sales-email-form'));
        await until(() => calls.some(({ path: to }) => to.endsWith('/send')));
        expect(calls.filter(({ path: to }) => to.endsWith('/send'))).toHaveLength(1);
    });

    it('brings files to everybody, whoever is written to, and waits for those on their way', async () => {
        const offer = { id: '99999999-9999-4999-8999-999999999901', name: 'offer.pdf', type: 'application/pdf', size: 400_000 };
        const { element, calls } = await open();
        const files = find(element, 'c-email-attachments');
        choose(element, dana);
        await until(() => files.note === 'Everybody gets these files.');
        fire(files, 'change', { files: [offer], uploading: 1, failed: 0 });
        await until(() => put(calls).some(([to, body]) => to === '/words' && body.attachmentIds.join() === offer.id));
        labelled(element, 'Send to 2 people').click();
        await until(() => find(element, '.problems')?.textContent.includes('1 file is still being uploaded.'));
        expect(calls.some(({ path: to }) => to.endsWith('/send'))).toBe(false);
    });

    it('finds out by itself that an email was sent whose answer was lost', async () => {
        const { element, calls } = await open(
            {},
            {
                'POST /bulk-emails/{id}/send': () => Promise.reject(new TypeError('Failed to fetch')),
                'GET /bulk-emails/{id}': bulkEmail({ state: 'accepted' })
            }
        );
        const accepted = heard(element, 'accepted');
        labelled(element, 'Send to 2 people').click();
        await until(() => accepted.length === 1);
        expect(calls.filter(({ path: to }) => to.endsWith('/send'))).toHaveLength(1);
    });

    it('saves what everybody gets also while words of one person are refused', async () => {
        const { element, calls } = await open(
            {},
            { 'PUT /bulk-emails/{id}/people/{personId}/words': problem(413, 'text_too_large', 'This email is too long.') }
        );
        choose(element, dana);
        await until(() => reach(element).includes('Only Dana Whitfield'));
        type(element, { subject: 'Too long' });
        await until(() => words(element).includes('Draft not saved'));
        choose(element, '');
        await until(() => subject(element) === 'Pricing');
        type(element, { subject: 'For everybody' });
        await until(() => put(calls).some(([to, body]) => to === '/words' && body.subject === 'For everybody'));
        await until(() => words(element).includes('Draft not saved'));
        expect(find(element, 'footer c-error-panel').error.message).toBe('This email is too long.');
    });

    it('keeps the own words of a person that could not be given up, and saves them', async () => {
        const { element, calls } = await open(
            {},
            { 'DELETE /bulk-emails/{id}/people/{personId}/words': problem(503, 'unexpected', 'Not now.') }
        );
        choose(element, dana);
        await until(() => reach(element).includes('Only Dana Whitfield'));
        type(element, { subject: 'For Dana' });
        await until(() => labelled(element, 'Use the Words for Everybody'));
        labelled(element, 'Use the Words for Everybody').click();
        await until(() => put(calls).some(([to, body]) => to.startsWith('/people') && body.subject === 'For Dana'));
        expect(reach(element)).toContain('These words are for Dana Whitfield alone.');
    });

    it('gives nobody own words because the rep keeps those for everybody while one person is shown', async () => {
        const refusal = problem(409, 'bulk_email_changed', 'This email was changed somewhere else meanwhile.');
        const newer = bulkEmail({ subject: 'Theirs', version: 6 });
        const { element } = await open({}, { 'PUT /bulk-emails/{id}/words': refusal, 'GET /bulk-emails/{id}': newer });
        type(element, { subject: 'Mine' });
        await until(() => labelled(element, 'Keep My Words'));
        choose(element, dana);
        await until(() => reach(element).includes('Only Dana Whitfield'));
        const calls = serve(ROUTES);
        labelled(element, 'Keep My Words').click();
        await until(() => words(element).includes('Draft saved'));
        expect(put(calls)).toEqual([['/words', expect.objectContaining({ subject: 'Mine', version: 6 })]]);
    });

    it('does not draw the list again for each letter that one person gets', async () => {
        const { element } = await open();
        choose(element, dana);
        await until(() => reach(element).includes('Only Dana Whitfield'));
        type(element, { subject: 'F' });
        await until(() => list(element).people[0].hasOwnWords);
        const { people } = list(element);
        type(element, { subject: 'Fo' });
        await until(() => words(element).includes('Draft saved'));
        expect(list(element).people).toBe(people);
    });

    it('sends to nobody whom another window has added unseen', async () => {
        const added = { ...bulkEmail().people[0], personId: '00Q000000000009EAA', personName: 'Jo Added' };
        const now = bulkCheck({ people: [dana, lin, added.personId].map((personId) => checkedRecipient({ personId })), willGet: 3 });
        const first = bulkCheck({ people: [dana, lin].map((personId) => checkedRecipient({ personId })), willGet: 2 });
        const people = bulkEmail().people.slice(0, 2);
        let looks = 0;
        const { element, calls } = await open(
            { people },
            {
                'GET /bulk-emails/{id}/check': () => {
                    looks += 1;
                    return looks > 1 ? now : first;
                },
                'GET /bulk-emails/{id}': bulkEmail({ people: [...people, added] })
            }
        );
        labelled(element, 'Send to 2 people').click();
        await until(() => list(element).people.length === 3);
        await until(() => labelled(element, 'Send to 3 people'));
        expect(calls.some(({ method }) => method === 'POST')).toBe(false);
    });

    it('shows what another window has written to one person, and lets go of who was taken out there', async () => {
        const [first, second] = bulkEmail().people.map((person) => ({ ...person, hasOwnWords: true }));
        let theirs = 'For Dana';
        const { element } = await open(
            { people: [first] },
            {
                'GET /bulk-emails/{id}/people/{personId}/words': () => ({ subject: theirs, bodyHtml: '<p>D</p>' }),
                'GET /bulk-emails/{id}': bulkEmail({ people: [first] })
            }
        );
        choose(element, dana);
        await until(() => subject(element) === 'For Dana');
        theirs = 'Theirs for Dana';
        fire(document, 'visibilitychange');
        await until(() => subject(element) === 'Theirs for Dana');
        element.remove();

        const { element: other } = await open(
            { people: [first, { ...second, hasOwnWords: false }] },
            {
                'GET /bulk-emails/{id}': bulkEmail({ people: [first] }),
                'PUT /bulk-emails/{id}/people/{personId}/words': problem(404, 'not_found', 'This person is not among them.')
            }
        );
        choose(other, lin);
        await until(() => reach(other).includes('Only Lin Zhao'));
        fire(form(other), 'change', { subject: 'For Lin' });
        await until(() => reach(other).includes('Everybody'));
        expect(list(other).people).toHaveLength(1);
        expect(find(other, 'footer c-error-panel')).toBeNull();
    });

    it('promises no time where nobody knows one, as of a time that has passed', async () => {
        const passed = { date: '2026-01-02', time: '09:00', zone: 'America/Los_Angeles' };
        const { element } = await open(
            { schedule: passed },
            { 'GET /bulk-emails/{id}/check': bulkCheck({ firstLeavesAt: null, lastLeavesAt: null }) }
        );
        expect(words(element)).not.toContain('Sends right away');
    });
});
