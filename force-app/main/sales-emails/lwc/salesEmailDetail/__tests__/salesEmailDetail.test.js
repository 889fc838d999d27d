import SalesEmailDetail from 'c/salesEmailDetail';
import { find, findAll, show, until, words } from '../../../../../test/page';
import { response, row, salesEmail, viewedContent } from '../../../../../test/seed';
import { problem, serve } from '../../../../../test/service';
/** @import { SalesEmail } from 'service' */
/** @typedef {SalesEmail['unloggedWrites'][number]} UnloggedWrite */

const PREVIEW = 'https://service.example/previews/token';
const PATH = 'GET /sales-emails/{id}';
/** @param {Partial<SalesEmail>} [changes] */
const email = (changes) => salesEmail({ previewUrl: PREVIEW, ...changes });
/** @param {Partial<SalesEmail>} [changes] */
async function open(changes) {
    const calls = serve({ [PATH]: email(changes) });
    const element = show('c-sales-email-detail', SalesEmailDetail, { emailId: row().id, version: 'sent' });
    await until(() => find(element, '.open'));
    return { element, calls };
}

describe('c-sales-email-detail', () => {
    afterEach(() => jest.useRealTimers());

    it('shows a stencil until the email is there', async () => {
        serve({ [PATH]: email() });
        const element = show('c-sales-email-detail', SalesEmailDetail, { emailId: row().id });
        expect(find(element, 'c-stencil')).not.toBeNull();
        await until(() => find(element, '.open'));
    });

    it('says why no more is seen of an email of a colleague', async () => {
        const { element } = await open({ sentByMe: false, isLimited: true, html: null, previewUrl: null });
        const sentence = 'Only its sender can see more of this email. Your admin has set this.';
        expect(words(element)).toContain(sentence);
        expect(words((await open()).element)).not.toContain(sentence);
    });

    it('tells who, what happened and why, in sentences', async () => {
        const { element } = await open();
        expect(findAll(element, 'dd').map(({ textContent }) => textContent)).toEqual([
            'rae@acme.example',
            'dana@globex.example',
            'omar@globex.example, lin@globex.example'
        ]);
        expect(findAll(element, '.history .step span').map(({ textContent }) => textContent)).toEqual([
            'Accepted for sending.',
            'Waiting: your mailbox has reached a sending limit.',
            'Sent from your mailbox.'
        ]);
    });

    it('says of each file that it links to what was done with it: pages as ranges, and what is not tracked or gone', async () => {
        const { element } = await open({
            content: [
                viewedContent({ opens: 2, downloads: 1, pages: [1, 2, 3, 5], lastViewedAt: '2026-01-05T09:00:00Z' }),
                viewedContent({ name: 'One.pdf', opens: 1, pages: [2] }),
                viewedContent({ name: 'Plan.docx', pageCount: null }),
                viewedContent({ name: 'Secret.pdf', isTracked: false }),
                viewedContent({ name: 'Old.pdf', isGone: true, opens: 1 })
            ]
        });
        expect(findAll(element, '.content .words').map(({ textContent }) => textContent.replace(/[\u2068\u2069]/g, ''))).toEqual([
            'Pricing.pdf · Opened 2 times · Pages 1–3, 5 of 8 · Downloaded 1 time',
            'One.pdf · Opened 1 time · Page 2 of 8',
            'Plan.docx · Not opened yet',
            'Secret.pdf · Not tracked',
            'Old.pdf · Opened 1 time · Deleted: the link does not work any more'
        ]);
        expect(find((await open()).element, '.content')).toBeNull();
    });

    it('tells of a scheduled email when its time came', async () => {
        const happenedAt = '2026-01-05T09:00:00Z';
        const history = /** @type {const} */ (['scheduled', 'queued']).map((state) => ({ state, reason: null, happenedAt }));
        const { element } = await open({ state: 'queued', history });
        expect(findAll(element, '.history .words').map(({ textContent }) => textContent)).toEqual([
            'Scheduled.',
            'The scheduled time came.'
        ]);
    });

    it('lists what came back with what it was, oldest first', async () => {
        const away = response({ id: '99999999-9999-4999-8999-999999999999', kind: 'out_of_office', receivedAt: '2026-01-05T09:10:00Z' });
        const { element } = await open({ responseList: [away, response()] });
        expect(findAll(element, '.responses .words').map(({ textContent }) => textContent)).toEqual([
            'dana@globex.example is out of office.',
            'dana@globex.example replied.'
        ]);
        expect(words(element)).toContain('What came back');
    });

    it('leads to the task in Salesforce', async () => {
        const { element } = await open();
        await until(() => find(element, 'a')?.textContent === 'Open the task in Salesforce');
    });

    it.each([
        [{ state: 'pending', reason: null }, 'This email is being logged in Salesforce.'],
        [
            { state: 'pending', reason: 'Your Salesforce password has expired.' },
            'Not logged in Salesforce yet. We keep trying. Your Salesforce password has expired.'
        ],
        [
            { state: 'skipped', reason: 'The task was deleted in Salesforce.' },
            'Not logged in Salesforce: The task was deleted in Salesforce.'
        ],
        [{ state: 'failed', reason: 'Due Date is required' }, 'Salesforce did not accept the task: Due Date is required'],
        [{ state: 'failed', reason: null }, 'Salesforce did not accept the task.'],
        [{ state: 'skipped', reason: null }, 'This email is not logged in Salesforce.']
    ])('says where the task is: %j', async (log, sentence) => {
        const { element } = await open({ salesforce: { taskId: null, code: null, ...log } });
        expect(words(element)).toContain(sentence);
    });

    /** @type {(change?: Partial<UnloggedWrite>) => UnloggedWrite} */
    const unlogged = (change) => ({
        fact: 'email_replied',
        mode: 'update',
        state: 'failed',
        code: 'X',
        reason: 'No.',
        ...change
    });

    it.each([
        [{}, 'The task of this email does not show the reply: No.'],
        [{ fact: 'email_bounced' }, 'The task of this email does not show the bounce: No.'],
        [{ mode: 'create' }, 'The reply is not logged in Salesforce: No.'],
        [{ mode: 'create', state: 'pending' }, 'The reply is not logged in Salesforce yet. We keep trying. No.'],
        [{ state: 'pending' }, 'The task of this email is not up to date yet. We keep trying. No.']
    ])('says what of an answer is not in Salesforce, beside the task that is: %j', async (change, sentence) => {
        const { element } = await open({ unloggedWrites: [unlogged(change)] });
        expect(words(element)).toContain(sentence);
        await until(() => find(element, 'a')?.textContent === 'Open the task in Salesforce');
    });

    it('lets the sender have written again what Salesforce refused', async () => {
        const calls = serve({
            [PATH]: email({ unloggedWrites: [unlogged()], sentByMe: true }),
            'POST /sales-emails/{id}/salesforce-retry': { retried: 1 }
        });
        const element = show('c-sales-email-detail', SalesEmailDetail, { emailId: row().id, version: 'sent' });
        await until(() => find(element, 'lightning-button'));
        find(element, 'lightning-button').click();
        await until(() => words(element).includes('The email is being logged in Salesforce again.'));
        await until(() => element.shadowRoot.activeElement?.textContent === 'The email is being logged in Salesforce again.');
        expect(calls.map(({ method, path }) => `${method} ${path}`)).toContain(`POST /sales-emails/${row().id}/salesforce-retry`);
        expect(find(element, 'lightning-button')).toBeNull();
    });

    it('says no more that Salesforce refused what is written again, and then what came of it', async () => {
        const refused = email({
            unloggedWrites: [unlogged(), unlogged({ state: 'pending', reason: 'Sign in again.' })],
            sentByMe: true,
            salesforce: { state: 'failed', taskId: null, code: 'X', reason: 'Tasks need a campaign.' }
        });
        serve({ [PATH]: refused, 'POST /sales-emails/{id}/salesforce-retry': { retried: 2 } });
        const element = show('c-sales-email-detail', SalesEmailDetail, { emailId: row().id, version: 'sent' });
        await until(() => find(element, 'lightning-button'));
        const before = findAll(element, '.log').map(({ textContent }) => textContent);
        expect(before).toHaveLength(3);
        jest.useFakeTimers();
        find(element, 'lightning-button').click();
        await jest.advanceTimersByTimeAsync(1000);
        expect(find(element, '.retried').textContent).toBe('The email is being logged in Salesforce again.');
        expect(findAll(element, '.log').map(({ textContent }) => textContent)).toEqual([before[2]]);
        await jest.advanceTimersByTimeAsync(5000);
        expect(findAll(element, '.log').map(({ textContent }) => textContent)).toEqual(before);
        expect(find(element, '.retried').textContent).toBe('');
        expect(find(element, 'lightning-button')).not.toBeNull();
    });

    it('keeps the email on the screen when Salesforce cannot be written to again now', async () => {
        serve({
            [PATH]: email({ unloggedWrites: [unlogged()] }),
            'POST /sales-emails/{id}/salesforce-retry': problem(500, 'unexpected', 'The service is being updated.')
        });
        const element = show('c-sales-email-detail', SalesEmailDetail, { emailId: row().id, version: 'sent' });
        await until(() => find(element, 'lightning-button'));
        find(element, 'lightning-button').click();
        await until(() => find(element, 'c-error-panel', '.title')?.textContent === 'The service is being updated.');
        expect(find(element, 'iframe')).not.toBeNull();
        expect(find(element, 'lightning-button')).not.toBeNull();
    });

    it.each([
        ['a colleague', { unloggedWrites: [unlogged()], sentByMe: false }],
        ['what goes on by itself', { unloggedWrites: [unlogged({ state: 'pending' })], sentByMe: true }]
    ])('has no button for %s', async (_, changes) => {
        const { element } = await open(changes);
        expect(find(element, 'lightning-button')).toBeNull();
    });

    it('shows the email as it leaves, in a frame that may do nothing', async () => {
        const { element } = await open();
        const frame = find(element, 'iframe');
        expect([frame.src, frame.getAttribute('sandbox'), frame.title]).toEqual([PREVIEW, '', 'Preview of the email']);
        expect(words(element)).not.toContain('Images are not shown');
    });

    it('says that images are left out', async () => {
        const { element } = await open({ html: '<p>Hi</p><img src="https://x.example/logo.png" alt="Logo">' });
        expect(words(element)).toContain('Images are not shown here');
    });

    it('has no frame without words', async () => {
        const { element } = await open({ html: null, previewUrl: null });
        expect(find(element, 'iframe')).toBeNull();
    });

    it('asks for a new link when the frame is loaded again after its link has died', async () => {
        const { element, calls } = await open();
        find(element, 'iframe').dispatchEvent(new CustomEvent('load'));
        expect(calls).toHaveLength(1);
        const later = Date.now() + 300_000;
        jest.spyOn(Date, 'now').mockReturnValueOnce(later);
        find(element, 'iframe').dispatchEvent(new CustomEvent('load'));
        await until(() => calls.length === 2);
    });

    it('reads the email again when its row changes', async () => {
        const { element, calls } = await open();
        element.version = 'bounced';
        await until(() => calls.length === 2);
    });

    it('can try again when the email cannot be read', async () => {
        serve({ [PATH]: problem(500, 'unexpected', 'The service is being updated.') });
        const element = show('c-sales-email-detail', SalesEmailDetail, { emailId: row().id });
        await until(() => find(element, 'c-error-panel', '.title')?.textContent === 'The service is being updated.');
        serve({ [PATH]: email() });
        find(element, 'c-error-panel', 'lightning-button').click();
        await until(() => find(element, '.open'));
    });

    it.each([
        ['https://mail.google.com/mail/?authuser=rae%40acme.example#all/18c', 'Open in Gmail'],
        ['https://outlook.office365.com/owa/?ItemID=AAMk', 'Open in Outlook']
    ])('leads to the message at %s in a tab of its own', async (messageUrl, text) => {
        const link = find((await open({ messageUrl })).element, 'a.message');
        expect([link.href, link.textContent, link.target, link.rel]).toEqual([messageUrl, text, '_blank', 'noopener noreferrer']);
    });

    it('has no link to a message that nobody has named', async () => {
        expect(find((await open()).element, 'a.message')).toBeNull();
    });
});
