import SalesEmailCompose from 'c/salesEmailCompose';
import { find, fire, heard, labelled, show, until, words } from '../../../../../test/page';
import { compose, person, row, savedDraft } from '../../../../../test/seed';
import { Answer, problem, serve } from '../../../../../test/service';
/** @import { Given, Properties, Routes } from '../../../../../test/answers' */

const RECORD = '00Q000000000001EAA';
const MINE = 'msi-email/005000000000001AAA/00Q000000000001/';
const DAY_MS = 86_400_000;
/** @type {Routes} */
const unreachable = { 'PUT /drafts': () => Promise.reject(new TypeError('Failed to fetch')) };
/** @type {Routes} */
const saving = { 'PUT /drafts': ({ body }) => ({ ...savedDraft(), ...body }) };

/** @param {Routes} routes @param {Given<'GET /compose'>} answer @param {Properties<SalesEmailCompose>} properties */
async function open(routes = {}, answer = compose(), properties = {}) {
    const calls = serve({ 'GET /compose': answer, ...saving, 'POST /sales-emails': new Answer(202, row({ state: 'queued' })), ...routes });
    const element = show('c-sales-email-compose', SalesEmailCompose, { recordId: RECORD, person: person(), ...properties });
    const closed = heard(element, 'modalclose');
    await until(() => find(element, 'c-sales-email-form')?.from || labelled(element, 'Continue Draft') || find(element, 'c-error-panel'));
    return {
        element,
        closed,
        write: (changes) => fire(find(element, 'c-sales-email-form'), 'change', changes),
        made: (method) => calls.filter((call) => call.method === method)
    };
}
const places = () => Object.keys(localStorage).filter((key) => key.startsWith('msi-email/'));
/** What would be lost with the page, its time included, as the storage has it. */
const kept = () => places().map((place) => JSON.parse((localStorage.getItem(place) ?? '').slice(24)).draft);
/** Whatever is on its way without waiting for anybody has happened. */
function turn() {
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    return new Promise((resolve) => setTimeout(resolve));
}
/** The page goes away, and nothing that it still tries arrives. @param {any} element */
async function crash(element) {
    serve(unreachable);
    element.remove();
    await turn();
}
const put = (place, writtenAt, changes = {}, more = {}) => {
    const draft = { recordId: RECORD, personId: person().id, cc: [], bcc: [], subject: 'Here', bodyHtml: '<p>Here</p>', identityId: null };
    const email = { personName: 'Dana', personEmail: null, draftId: null, savingSince: null, attempt: null, ...more };
    localStorage.setItem(place, `${writtenAt}${JSON.stringify({ ...email, draft: { ...draft, ...changes } })}`);
};
const ago = (ms) => new Date(Date.now() - ms).toISOString();
const offered = (element) => until(() => labelled(element, 'Continue Draft') && words(element));
/** Goes on with what is offered. @returns {Promise<any>} what then stands in the fields */
async function goOn(element) {
    await offered(element);
    labelled(element, 'Continue Draft').click();
    await until(() => !labelled(element, 'Continue Draft'));
    return find(element, 'c-sales-email-form').words;
}

describe('words that the service does not have', () => {
    it('are kept on this machine with the key that wrote them, before anything is saved', async () => {
        const { write, made } = await open();
        write({ subject: 'Pricing', bodyHtml: '<p>Hi</p>' });
        write({ bodyHtml: '<p>Hi Dana</p>' });
        expect(kept()).toMatchObject([{ recordId: RECORD, subject: 'Pricing', bodyHtml: '<p>Hi Dana</p>' }]);
        expect(made('PUT')).toEqual([]);
    });

    it('are offered when the window is opened again, and go on to the service', async () => {
        const first = await open();
        first.write({ subject: 'Pricing', bodyHtml: '<p>Hi Dana</p>', cc: ['omar@globex.example'] });
        await crash(first.element);
        const { element, made } = await open();
        expect(await offered(element)).toContain('“Pricing” to Dana Whitfield');
        expect(find(element, 'c-relative-time').pattern).toBe('Kept on this computer {0}');
        expect(await goOn(element)).toEqual({
            cc: ['omar@globex.example'],
            bcc: [],
            subject: 'Pricing',
            bodyHtml: '<p>Hi Dana</p>'
        });
        await until(() => made('PUT').length === 1);
        await until(() => places().length === 0);
    });

    it('are kept without a subject too, which no draft can be without', async () => {
        const first = await open();
        first.write({ bodyHtml: '<p>Hi Dana</p>' });
        await until(() => words(first.element).includes('Kept on this computer, not saved yet'));
        await crash(first.element);
        const { element, closed } = await open();
        expect(await offered(element)).toContain('An email without a subject to Dana Whitfield');
        expect((await goOn(element)).bodyHtml).toBe('<p>Hi Dana</p>');
        expect(kept()).toHaveLength(1);
        element.close();
        await until(() => words(element).includes('It is not saved: a draft needs a subject.'));
        labelled(element, 'Discard Email').click();
        await until(() => closed.length === 1);
        expect(places()).toEqual([]);
    });

    it('are kept before the service has said anything', async () => {
        const { write } = await open({}, /** @type {any} */ (problem(500, 'unexpected', 'Down.')));
        write({ subject: 'Pricing' });
        expect(kept()).toMatchObject([{ subject: 'Pricing' }]);
    });

    it('stay while the service cannot be reached, and the window says where they are', async () => {
        const { element, write, made } = await open(unreachable);
        write({ subject: 'Pricing' });
        await until(() => words(element).includes('Kept on this computer, not saved yet'));
        expect([made('PUT').length, kept().length]).toEqual([1, 1]);
    });

    it('go from this machine as soon as the service has them, and not before', async () => {
        /** @type {(_?: any) => void} */
        let answer = () => undefined;
        const isDue = new Promise((resolve) => {
            answer = resolve;
        });
        const { element, write } = await open({
            'PUT /drafts': async ({ body }) => {
                await isDue;
                return { ...savedDraft(), ...body };
            }
        });
        write({ subject: 'Pricing' });
        await until(() => words(element).includes('Saving draft'));
        write({ subject: 'Pricing for 40' });
        answer();
        await until(() => words(element).includes('Draft saved'));
        await until(() => places().length === 0);
    });

    it('do not become a draft with a page that goes away while nobody has answered Send', async () => {
        const { element, write, made } = await open({ 'POST /sales-emails': () => Promise.reject(new TypeError('Failed to fetch')) });
        write({ subject: 'Pricing', bodyHtml: '<p>Hi Dana</p>' });
        labelled(element, 'Send').click();
        await until(() => find(element, 'c-error-panel'));
        Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
        document.dispatchEvent(new CustomEvent('visibilitychange'));
        Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
        await turn();
        expect(made('PUT')).toEqual([]);
        expect(kept()).toMatchObject([{ subject: 'Pricing', bodyHtml: '<p>Hi Dana</p>' }]);
    });

    it('that are written while Send is under way are no draft of an email that is about to leave', async () => {
        /** @type {(_?: any) => void} */
        let answer = () => undefined;
        const isDue = new Promise((resolve) => {
            answer = resolve;
        });
        const { element, closed, write, made } = await open({
            'POST /sales-emails': async () => {
                await isDue;
                return new Answer(202, row({ state: 'queued' }));
            }
        });
        write({ subject: 'Pricing', bodyHtml: '<p>Hi Dana</p>' });
        labelled(element, 'Send').click();
        await until(() => made('POST').length === 1);
        write({ bodyHtml: '<p>Hi Dana!</p>' });
        Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
        document.dispatchEvent(new CustomEvent('visibilitychange'));
        Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
        await turn();
        expect(made('PUT')).toEqual([]);
        answer();
        await until(() => closed.length === 1);
        expect(places()).toEqual([]);
    });

    it('leave at once when the page is hidden, and with the page when it goes away', async () => {
        const { write, made } = await open();
        const send = jest.spyOn(globalThis, 'fetch');
        write({ subject: 'Pricing' });
        Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
        document.dispatchEvent(new CustomEvent('visibilitychange'));
        Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
        await until(() => made('PUT').length === 1);
        expect(send.mock.calls[0][1]?.keepalive).toBe(true);
        write({ bodyHtml: `<p>${'é'.repeat(31_000)}</p>` });
        Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
        document.dispatchEvent(new CustomEvent('visibilitychange'));
        Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
        await until(() => made('PUT').length === 2);
        // A browser refuses more than 64 KiB
        expect(send.mock.calls[1][1]?.keepalive).toBe(false);
    });

    it('are saved when the rep leaves the page with the window open', async () => {
        const { element, write, made } = await open();
        write({ subject: 'Pricing' });
        element.remove();
        await until(() => made('PUT').length === 1);
        await until(() => places().length === 0);
    });

    it('are gone once the email was accepted', async () => {
        const { element, closed, write } = await open(unreachable);
        write({ subject: 'Pricing', bodyHtml: '<p>Hi Dana</p>' });
        labelled(element, 'Send').click();
        await until(() => closed.length === 1);
        expect(places()).toEqual([]);
    });
});

describe('words of an earlier window', () => {
    it.each([
        ['older than the draft of the service', ago(60_000), ago(1_000), {}, 'Kept words'],
        ['newer than it', ago(1_000), ago(60_000), {}, 'Here'],
        ['written while older ones were on their way there', ago(5_000), ago(4_000), { savingSince: ago(6_000) }, 'Here'],
        ['long before somebody wrote on elsewhere', ago(100_000), ago(4_000), { savingSince: ago(101_000) }, 'Kept words']
    ])('are offered in the place of a draft only where they are newer: %s', async (_, writtenAt, updatedAt, more, subject) => {
        put(`${MINE}a`, writtenAt, {}, more);
        const { element } = await open({}, compose({ draft: savedDraft({ updatedAt }) }));
        expect(await offered(element)).toContain(`“${subject}” to Dana`);
    });

    it.each([
        ['another user', 'msi-email/005000000000002AAA/00Q000000000001/a'],
        ['another record', 'msi-email/005000000000001AAA/00Q000000000002/a']
    ])('are nobody else’s: %s', async (_, place) => {
        put(place, ago(1_000));
        const { element } = await open();
        expect(labelled(element, 'Continue Draft')).toBeUndefined();
        expect(places()).toEqual([place]);
    });

    it('go after a week, whosever they are', async () => {
        const old = ['msi-email/005000000000002AAA/00Q000000000001/a', `${MINE}a`, `${MINE}b`];
        for (const place of old) put(place, ago(7 * DAY_MS + 60_000));
        put('msi-email/005000000000002AAA/00Q000000000001/young', ago(6 * DAY_MS));
        localStorage.setItem('of-salesforce', 'stays');
        localStorage.setItem(`${MINE}damaged`, `${ago(0)}{"draft":`);
        await open();
        expect(Object.keys(localStorage).sort()).toEqual(['msi-email/005000000000002AAA/00Q000000000001/young', 'of-salesforce']);
    });

    it.each([
        ['Send was pressed and nobody waited for the answer', null, 5_000, null],
        ['a lost answer was followed by more time', { idempotencyKey: 'x', since: ago(60_000) }, 50_000, null],
        ['it was finished on another machine', null, 1_000, savedDraft({ subject: 'The next one', updatedAt: ago(70_000) })]
    ])('of an email that was sent are no draft any more: %s', async (_, attempt, sentMs, draft) => {
        put(`${MINE}a`, ago(10_000), {}, { attempt });
        const { element } = await open({}, compose({ lastSent: { subject: 'Here', createdAt: ago(sentMs) }, draft }));
        await until(() => find(element, 'c-sales-email-form')?.from || labelled(element, 'Continue Draft'));
        expect(words(element)).not.toContain('“Here”');
        expect(places()).toEqual([]);
    });

    it.each([
        ['another one', 'Another', 1_000],
        ['an older one with the same subject', 'Here', 60_000]
    ])('are offered after an email was sent that is %s', async (_, subject, sentMs) => {
        put(`${MINE}a`, ago(10_000));
        const { element } = await open({}, compose({ lastSent: { subject, createdAt: ago(sentMs) } }));
        expect(await offered(element)).toContain('“Here”');
    });

    it.each([
        ['with its values', 'Hi {{first_name}}, {{company}}?', 'Hi Dana, Globex?', false],
        ['with nothing for one that is blank', '{{title}} of {{company}}', 'of Globex', false],
        ['but not one of other words', 'Hi {{first_name}}, again', 'Hi Dana, Globex?', true]
    ])('with fields in the subject are known again once Send was pressed: %s', async (_, subject, sent, isOffered) => {
        put(`${MINE}a`, ago(10_000), { subject }, { attempt: { idempotencyKey: 'x', since: ago(60_000) } });
        const { element } = await open({}, compose({ lastSent: { subject: sent, createdAt: ago(50_000) } }));
        expect(Boolean(labelled(element, 'Continue Draft'))).toBe(isOffered);
    });

    it('are offered where an email with such a subject was sent and these were not', async () => {
        put(`${MINE}a`, ago(10_000), { subject: 'Hi {{first_name}}' });
        const { element } = await open({}, compose({ lastSent: { subject: 'Hi Dana', createdAt: ago(1_000) } }));
        expect(await offered(element)).toContain('“Hi {{first_name}}”');
    });

    it('are sent with the key of before, so that an email whose answer was lost cannot leave twice', async () => {
        const lost = { 'POST /sales-emails': () => Promise.reject(new TypeError('Failed to fetch')) };
        const first = await open({ ...unreachable, ...lost });
        first.write({ subject: 'Pricing', bodyHtml: '<p>Hi Dana</p>' });
        labelled(first.element, 'Send').click();
        await until(() => first.made('POST').length === 1 && labelled(first.element, 'Send'));
        await crash(first.element);
        const { element, closed, made } = await open(unreachable);
        await goOn(element);
        labelled(element, 'Send').click();
        await until(() => closed.length === 1);
        expect(made('POST')[0].headers['idempotency-key']).toBe(first.made('POST')[0].headers['idempotency-key']);
    });

    it('stay until the rep has words of their own after Start Over', async () => {
        put(`${MINE}a`, ago(1_000));
        const { element, write } = await open(unreachable);
        await offered(element);
        labelled(element, 'Start Over').click();
        await until(() => !labelled(element, 'Start Over'));
        expect(kept()).toMatchObject([{ subject: 'Here' }]);
        write({ subject: 'Better' });
        expect(kept()).toMatchObject([{ subject: 'Better' }]);
    });

    it('of two tabs are both kept, and offered one after the other', async () => {
        const one = await open(unreachable);
        const other = await open(unreachable);
        one.write({ subject: 'One' });
        other.write({ subject: 'Other' });
        expect(
            kept()
                .map(({ subject }) => subject)
                .sort()
        ).toEqual(['One', 'Other']);
        await crash(one.element);
        await crash(other.element);
        const third = await open();
        expect(await offered(third.element)).toContain('“Other”');
        await goOn(third.element);
        await until(() => words(third.element).includes('Draft saved'));
        await crash(third.element);
        const fourth = await open();
        expect(await offered(fourth.element)).toContain('“One”');
    });

    it('are left alone when the rep opens a draft of the service that they do not go on with', async () => {
        put(`${MINE}a`, ago(1_000));
        const draft = savedDraft({ updatedAt: ago(60_000) });
        const { element } = await open({}, compose({ draft }), { continueDraft: true });
        await until(() => find(element, 'c-sales-email-form')?.words.subject === 'Kept words');
        element.remove();
        put(`${MINE}a`, ago(1_000), {}, { draftId: draft.id });
        const again = await open({}, compose({ draft }), { continueDraft: true });
        await until(() => find(again.element, 'c-sales-email-form')?.words.subject === 'Here');
    });
});

describe('a browser that keeps nothing', () => {
    /** @returns {boolean} whether the browser would ask before it leaves */
    function leave() {
        const event = new CustomEvent('beforeunload', { cancelable: true });
        window.dispatchEvent(event);
        return event.defaultPrevented;
    }

    it.each(['setItem', 'getItem', 'key'])('lets the rep write and save all the same, and asks before words go: %s', async (method) => {
        const broken = jest.spyOn(Storage.prototype, /** @type {any} */ (method)).mockImplementation(() => {
            throw new DOMException('Full', 'QuotaExceededError');
        });
        const { element, write, made } = await open();
        write({ subject: 'Pricing' });
        expect(leave()).toBe(method === 'setItem');
        await until(() => words(element).includes('Draft saved'));
        expect(made('PUT')).toHaveLength(1);
        expect(leave()).toBe(false);
        broken.mockRestore();
    });

    it('is not filled by one email: what is too long is not kept, and is asked about', async () => {
        const { write } = await open(unreachable);
        write({ bodyHtml: `<p>${'x'.repeat(400_000)}</p>` });
        expect(places()).toEqual([]);
        expect(leave()).toBe(true);
    });

    it('is not filled by many: the oldest of more than 20 go', async () => {
        for (let index = 0; index < 20; index += 1) put(`msi-email/005000000000001AAA/00Q00000000002${index}/a`, ago(20_000 - index));
        const { write } = await open(unreachable);
        write({ bodyHtml: '<p>Hi</p>' });
        expect(places()).toHaveLength(20);
        expect(places()).not.toContain('msi-email/005000000000001AAA/00Q000000000020/a');
    });
});
