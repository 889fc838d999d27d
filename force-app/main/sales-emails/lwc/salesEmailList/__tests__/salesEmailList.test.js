import SalesEmailList from 'c/salesEmailList';
import { find, findAll, heard, show, until, words } from '../../../../../test/page';
import { draftRow, responses, row, salesEmail, savedDraft } from '../../../../../test/seed';
import { problem, serve } from '../../../../../test/service';
/** @import { Properties } from '../../../../../test/answers' */
/** @import { BlockingLimit } from 'service' */
/** @import { Listed } from 'c/salesEmailList' */

/** @param {Listed[]} rows @param {Properties<SalesEmailList>} properties */
const list = (rows, properties = {}) => show('c-sales-email-list', SalesEmailList, { rows, personName: 'Dana Whitfield', ...properties });
const buttons = (element) => findAll(element, 'button.action').map(({ textContent }) => textContent);
const press = (element, label) =>
    findAll(element, 'button.action')
        .find(({ textContent }) => textContent === label)
        .click();
const PATH = `/sales-emails/${row().id}`;

describe('c-sales-email-list', () => {
    it('says in one sentence that there is nothing yet, and to whom', () => {
        expect(words(list([]))).toBe('No emails to Dana Whitfield yet.');
        expect(words(list([], { personName: undefined }))).toBe('No emails yet.');
    });

    it('shows the state as a word and why an email is where it is', () => {
        const element = list([row({ state: 'queued', reason: 'mailbox_rate_limited', waitsUntil: '2126-01-01T00:00:00Z' })]);
        expect(find(element, '.badge').textContent).toBe('Waiting');
        expect(words(element)).toContain('your mailbox has reached a sending limit.');
        expect(find(element, '.reason c-relative-time').value).toBe('2126-01-01T00:00:00Z');
    });

    it('names the sending limit that an email waits for', () => {
        /** @type {BlockingLimit} */
        const limit = { name: 'mailbox_per_minute', count: 20, seconds: 60 };
        const element = list([row({ state: 'queued', reason: 'minute_limit', limit, waitsUntil: '2126-01-01T00:00:00Z' })]);
        expect(find(element, '.reason span').textContent).toBe('Waiting: each mailbox sends at most 20 emails a minute.');
        expect(find(element, '.reason c-relative-time').value).toBe('2126-01-01T00:00:00Z');
    });

    it.each([
        [null, ''],
        ['mailbox_reconnect_required', 'Waiting until you reconnect your mailbox.']
    ])('says for when an email is scheduled, and because of %s: %j', (reason, sentence) => {
        const element = list([row({ state: 'scheduled', reason, canUndo: true, sentAt: null, waitsUntil: '2126-01-01T14:30:00Z' })]);
        expect(find(element, '.badge').textContent).toBe('Scheduled');
        expect(find(element, '.facts').textContent).toMatch(/^Scheduled for \w{3}, Jan 1, \d{1,2}:30\s[AP]M\./);
        expect(find(element, '.reason')?.textContent ?? '').toBe(sentence);
        expect(find(element, '.facts c-relative-time')).toBeNull();
    });

    it.each([
        ['queued', 'minute_limit', 'Sends {0}.'],
        ['queued', 'mailbox_blocked', 'Next try {0}.'],
        ['queued', 'mailbox_full', 'Next try {0}.'],
        ['queued', 'provider_unavailable', 'Next try {0}.'],
        ['uncertain', 'no_answer_from_provider', 'We check again {0}.']
    ])('%s because of %s promises only what is known: %s', (state, reason, promise) => {
        const element = list([row({ state, reason, waitsUntil: '2126-01-01T00:00:00Z' })]);
        expect(find(element, '.reason c-relative-time').pattern).toBe(promise);
    });

    it.each([
        ['failed', {}, ['Retry']],
        ['uncertain', {}, ['Check Again', 'Mark as Sent', 'Send Again']],
        ['uncertain', { reason: 'cannot_look_in_sent_mail' }, ['Mark as Sent', 'Send Again']],
        ['uncertain', { reason: 'server_keeps_no_copy' }, ['Mark as Sent', 'Send Again']],
        ['queued', { canUndo: true, reason: 'undo_window' }, ['Undo']],
        ['queued', { canUndo: true, reason: 'mailbox_busy' }, ['Cancel Sending']],
        ['scheduled', { canUndo: true }, ['Change Time', 'Send Now', 'Cancel Sending']],
        ['sent', {}, []],
        ['bounced', { responses: responses({ bounceKind: 'hard' }) }, ['Open Record', 'Send Again']],
        ['bounced', { responses: responses({ bounceKind: 'blocked' }) }, ['Send Again']],
        ['bounced', { responses: responses({ bounceKind: 'hard' }), sentByMe: false }, []],
        ['failed', { sentByMe: false }, []]
    ])('%s %j offers %j', (state, changes, expected) => {
        expect(buttons(list([row({ state, ...changes })]))).toEqual(expected);
    });

    it.each([
        [{ repliedAt: '2026-01-05T10:00:00Z', repliedBy: 'dana@globex.example' }, 'Replied', 'Replied {0} by dana@globex.example'],
        [{ autoRepliedAt: '2026-01-05T10:00:00Z', outOfOfficeUntil: '2026-12-07' }, 'Sent', 'Out of office until Dec 7, 2026'],
        [{ autoRepliedAt: '2026-01-05T10:00:00Z' }, 'Sent', 'Automatic reply'],
        [{ delayedAt: '2026-01-05T10:00:00Z' }, 'Sent', 'Not delivered yet: their server keeps trying.'],
        [
            { bouncedAt: '2026-01-05T10:00:00Z', bounceKind: 'soft', bounceReason: 'mailbox_full' },
            'Sent',
            'Not delivered this time. The mailbox is full.'
        ]
    ])('says what came back: %j', (came, badge, note) => {
        const element = list([row({ responses: responses(came) })]);
        expect(find(element, '.badge').textContent).toBe(badge);
        expect(find(element, '.facts c-relative-time')?.pattern ?? find(element, '.facts').textContent).toBe(note);
    });

    it('says in words why an email bounced', () => {
        const bounce = responses({ bouncedAt: '2026-01-05T10:00:00Z', bounceKind: 'hard', bounceReason: 'unknown_address' });
        const element = list([row({ state: 'bounced', responses: bounce })]);
        expect(find(element, '.badge_error').textContent).toBe('Bounced');
        expect(find(element, '.facts').textContent).toBe(
            'The address does not exist.Correct the address in Salesforce, then send it again.'
        );
    });

    it('offers the record of a person whose address does not exist, where the page is another', async () => {
        const bounced = row({ state: 'bounced', responses: responses({ bounceKind: 'hard' }) });
        const element = list([bounced], { recordId: '001000000000001AAA' });
        const opened = heard(element, 'action');
        press(element, 'Open Record');
        await until(() => opened.length === 1);
        expect(opened).toEqual([{ name: 'open_record', item: bounced }]);
        expect(buttons(list([bounced], { recordId: row().personId ?? undefined }))).toEqual(['Send Again']);
    });

    it('makes a draft of an email that came back, and says on the row when another draft is kept', async () => {
        const calls = serve({ 'POST /sales-emails/{id}/draft': savedDraft() });
        const element = list([row({ state: 'bounced', responses: responses({ bounceKind: 'hard' }) })]);
        const made = heard(element, 'action');
        press(element, 'Send Again');
        await until(() => made.length === 1);
        expect([calls[0].path, made[0]]).toEqual([`${PATH}/draft`, { name: 'draft_again', item: savedDraft() }]);
        serve({ 'POST /sales-emails/{id}/draft': problem(409, 'draft_kept', 'You have kept a draft.') });
        press(element, 'Send Again');
        await until(() => find(element, 'c-error-panel', '.title')?.textContent === 'You have kept a draft.');
    });

    it('no longer says that somebody was away once they replied', () => {
        const came = responses({ outOfOfficeUntil: '2026-12-07', repliedAt: '2026-01-05T10:00:00Z', repliedBy: 'dana@globex.example' });
        expect(words(list([row({ responses: came })]))).not.toContain('Out of office');
    });

    it('names the person of each row on an account, and a colleague who sent it', () => {
        const element = list([row({ sentByMe: false, senderName: 'Noor Haddad' })], { showPerson: true });
        expect(find(element, '.facts').textContent).toBe('to Dana Whitfieldby Noor Haddad');
    });

    it('marks an email that the person of the page got as a copy, and names that person on an account', () => {
        const copies = [
            row({ copiedTo: { field: 'cc', personName: 'Omar Reyes' } }),
            row({ id: '22222222-2222-4222-8222-222222222222', copiedTo: { field: 'bcc', personName: 'Omar Reyes' } })
        ];
        const marks = findAll(list(copies), '.badge_copy');
        expect(marks.map(({ textContent, title }) => [textContent, title])).toEqual([
            ['Cc', 'copy to Omar Reyes'],
            ['Bcc', 'copy to Omar Reyes']
        ]);
        expect(findAll(list([row()]), '.badge_copy')).toEqual([]);
        expect(words(list(copies.slice(0, 1), { showPerson: true }))).toContain('copy to Omar Reyes');
    });

    it('offers nothing where only a copy came back', () => {
        const bounced = responses({ bouncedAt: '2026-01-05T10:00:00Z', bounceKind: 'hard', bounceReason: 'unknown_address' });
        const copiedTo = { field: /** @type {const} */ ('cc'), personName: 'Omar Reyes' };
        expect(buttons(list([row({ state: 'bounced', responses: bounced, copiedTo })]))).toEqual([]);
    });

    it('settles an uncertain email as the rep decides', async () => {
        const settled = row({ state: 'sent', reason: 'marked_by_user' });
        const calls = serve({ 'POST /sales-emails/{id}/settlement': settled });
        const element = list([row({ state: 'uncertain', reason: 'no_answer_from_provider', sentAt: null })]);
        const changes = heard(element, 'action');
        press(element, 'Mark as Sent');
        await until(() => changes.length === 1);
        expect(calls).toMatchObject([{ path: `${PATH}/settlement`, body: { decision: 'mark_as_sent' } }]);
        expect(changes[0]).toEqual({ name: 'mark_as_sent', item: settled });
    });

    it('takes an email back, and puts the focus on its row when the button goes', async () => {
        const calls = serve({ 'POST /sales-emails/{id}/cancel': row({ state: 'draft' }) });
        const element = list([row({ state: 'queued', reason: 'undo_window', canUndo: true })]);
        const undone = heard(element, 'action');
        press(element, 'Undo');
        await until(() => undone.length === 1);
        expect(calls[0].path).toBe(`${PATH}/cancel`);
        expect([undone[0].name, undone[0].item.state]).toEqual(['cancel', 'draft']);
        await until(() => element.shadowRoot.activeElement?.dataset.id === row().id);
    });

    it('shows on the row why an action was refused, and can be pressed again without a look for the button', async () => {
        const calls = serve({
            'POST /sales-emails/{id}/retry': problem(409, 'mailbox_reconnect_required', 'Reconnect your mailbox first.')
        });
        const element = list([row({ state: 'failed' })]);
        const button = find(element, 'button.action');
        /** @type {(string | null)[]} */
        const changed = [];
        new MutationObserver((records) => changed.push(...records.map(({ attributeName }) => attributeName))).observe(button, {
            attributes: true
        });
        button.focus();
        press(element, 'Retry');
        press(element, 'Retry');
        await until(() => find(element, 'c-error-panel', '.title')?.textContent === 'Reconnect your mailbox first.');
        expect(calls.map(({ path }) => path)).toEqual([`${PATH}/retry`]);
        expect([button.getAttribute('aria-disabled'), element.shadowRoot.activeElement]).toEqual(['false', button]);
        // A browser takes the focus from a button that is disabled
        expect(new Set(changed)).toEqual(new Set(['aria-disabled']));
    });

    /** @type {[import('service').SalesEmailRow['salesforce'], string | undefined][]} */
    const LOGS = [
        [{ state: 'failed', reason: 'A rule says no.', code: 'X', taskId: null }, 'Salesforce did not accept the task: A rule says no.'],
        [{ state: 'failed', reason: null, code: null, taskId: null }, 'Salesforce did not accept the task.'],
        [
            { state: 'pending', reason: 'Sign in again.', code: 'X', taskId: null },
            'Not logged in Salesforce yet. We keep trying. Sign in again.'
        ],
        [{ state: 'pending', reason: null, code: null, taskId: null }, undefined],
        [{ state: 'logged', reason: null, code: null, taskId: '00T000000000001AAA' }, undefined]
    ];
    it.each(LOGS)('says on the row what Salesforce does not have, and why: %j', (salesforce, sentence) => {
        const element = list([row({ salesforce })]);
        expect(find(element, '.facts')?.textContent.trim()).toBe(sentence);
    });

    it('leaves to the open details what Salesforce does not have', async () => {
        serve({ 'GET /sales-emails/{id}': salesEmail() });
        const element = list([row({ salesforce: { state: 'failed', reason: 'No.', code: 'X', taskId: null } })]);
        find(element, 'button.toggle').click();
        await until(() => find(element, 'c-sales-email-detail'));
        expect(find(element, '.facts')).toBeNull();
        find(element, 'button.toggle').click();
        await until(() => find(element, '.facts')?.textContent.trim() === 'Salesforce did not accept the task: No.');
    });

    it('reads a change of state aloud', async () => {
        const element = list([row({ state: 'sending' })]);
        element.rows = [row({ state: 'sent' })];
        await until(() => find(element, '[aria-live]').textContent === 'Pricing for 40 seats: Sent');
        element.rows = [row({ responses: responses({ repliedAt: '2026-01-05T10:00:00Z', repliedBy: 'dana@globex.example' }) })];
        await until(() => find(element, '[aria-live]').textContent === 'Pricing for 40 seats: Replied');
    });

    it('opens a row in place', async () => {
        const calls = serve({ 'GET /sales-emails/{id}': salesEmail() });
        const element = list([row()]);
        find(element, 'button.toggle').click();
        await until(() => find(element, 'c-sales-email-detail'));
        expect(calls[0].path).toBe(PATH);
        expect(find(element, 'button.toggle').getAttribute('aria-expanded')).toBe('true');
        find(element, 'button.toggle').click();
        await until(() => !find(element, 'c-sales-email-detail'));
    });

    it('says when each email left, at once and with its exact time, and keeps all of them true by one clock', async () => {
        jest.useFakeTimers({ now: new Date('2026-03-10T12:00:00Z') });
        try {
            const element = list([row({ id: 'new', sentAt: '2026-03-10T11:59:20Z' }), row({ id: 'old', sentAt: '2024-02-20T11:00:00Z' })]);
            const times = () => findAll(element, 'time.at').map(({ textContent }) => textContent);
            expect(times()).toEqual(['40 seconds ago', 'Feb 20, 2024']);
            expect(findAll(element, 'time.at')[1].title).toMatch(/Tuesday, February 20, 2024.* 12:00:00.*GMT\+1/);
            expect(jest.getTimerCount()).toBe(1);
            await jest.advanceTimersByTimeAsync(2000);
            expect(times()).toEqual(['42 seconds ago', 'Feb 20, 2024']);
            element.remove();
            expect(jest.getTimerCount()).toBe(0);
        } finally {
            jest.useRealTimers();
        }
    });

    it('gives the focus to the first of the older emails when Show More goes away', async () => {
        const element = list([row({ id: 'newest' })], { hasMore: true });
        find(element, '.more lightning-button').tabIndex = 0;
        find(element, '.more lightning-button').focus();
        find(element, '.more lightning-button').click();
        element.rows = [row({ id: 'newest' }), row({ id: 'older' }), row({ id: 'oldest' })];
        element.hasMore = false;
        await until(() => element.shadowRoot.activeElement?.dataset.id === 'older');
    });

    it('leaves the focus where the rep has gone while older emails came', async () => {
        const element = list([row({ id: 'newest' })], { hasMore: true });
        find(element, '.more lightning-button').click();
        find(element, 'button.toggle').focus();
        element.rows = [row({ id: 'newest' }), row({ id: 'older' })];
        await until(() => findAll(element, 'button.toggle').length === 2);
        expect(element.shadowRoot.activeElement.dataset.id).toBe('newest');
    });

    it('offers older emails', () => {
        const element = list([row()], { hasMore: true });
        const asked = heard(element, 'loadmore');
        find(element, '.more lightning-button').click();
        expect(asked).toHaveLength(1);
    });

    it('offers to continue and to discard a draft, which says when it was last written', async () => {
        const element = list([draftRow()]);
        const asked = heard(element, 'action');
        expect([find(element, '.badge').textContent, buttons(element)]).toEqual(['Draft', ['Continue', 'Discard']]);
        expect(find(element, 'time.at').getAttribute('datetime')).toBe('2026-01-05T09:30:00.000Z');
        press(element, 'Continue');
        await until(() => asked.length === 1);
        press(element, 'Discard');
        await until(() => asked.length === 2);
        expect(asked).toEqual([
            { name: 'continue_draft', item: draftRow() },
            { name: 'discard_draft', item: draftRow() }
        ]);
    });

    it('offers an answer to a reply on its row, a follow-up in an open row, and both to the sender alone', async () => {
        const replied = row({ canFollowUp: true, canReply: true });
        const element = list([replied, row({ id: 'other', canFollowUp: true }), row({ id: 'hers', sentByMe: false })]);
        const asked = heard(element, 'action');
        expect(buttons(element)).toEqual(['Reply']);
        find(element, 'button.toggle').click();
        await until(() => buttons(element).length === 2);
        expect(buttons(element)).toEqual(['Reply', 'Follow Up']);
        press(element, 'Reply');
        await until(() => asked.length === 1);
        press(element, 'Follow Up');
        await until(() => asked.length === 2);
        expect(asked.map(({ name }) => name)).toEqual(['reply', 'follow_up']);
    });

    it('sets a later email of a thread in from the margin', () => {
        const element = list([row(), { ...row({ id: 'later' }), isLater: true }]);
        expect([...element.shadowRoot.querySelectorAll('li')].map(({ className }) => className)).toEqual(['row', 'row later']);
    });
});
