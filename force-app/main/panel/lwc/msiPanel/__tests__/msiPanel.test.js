import LightningModal from 'lightning/modal';
import { navigate } from 'lightning/navigation';
import MsiPanel from 'c/msiPanel';
import { find, findAll, fire, heard, labelled, show, until, words } from '../../../../../test/page';
import { connection, emailsFirst, list, panel, person, row, sendAction } from '../../../../../test/seed';
import { Answer, problem, serve } from '../../../../../test/service';
/** @import { Given, Routes } from '../../../../../test/answers' */

const RECORD = '00Q000000000001EAA';
/** @param {Given<'GET /panel'>} answer @param {Routes} routes */
const open = async (answer, routes = {}) => {
    const calls = serve({ 'GET /panel': answer, 'GET /sales-emails': list(row()), ...routes });
    const element = show('c-msi-panel', MsiPanel, { recordId: RECORD, objectApiName: 'Lead' });
    const toasts = heard(element, 'lightning__showtoast');
    const refreshes = heard(element, 'lightning__refresh');
    await until(() => !find(element, 'c-stencil'));
    return { element, calls, toasts, refreshes };
};
const emails = (element) => find(element, 'c-panel-tabs', 'c-sales-email-feed', 'c-sales-email-list');
const rows = (element) => emails(element).rows;
/** What the types of this package do not have. @returns {any} */
const unknown = (thing) => thing;
/** @type {import('service').PanelTab} */
const LETTERS = unknown({ name: 'letters', count: 7, content: null });
const lookAgain = () => document.dispatchEvent(new CustomEvent('visibilitychange'));

beforeEach(() => {
    LightningModal.open = jest.fn().mockResolvedValue(undefined);
});

describe('c-msi-panel', () => {
    it('asks for a missing permission only when the rep wants to give it, and looks for it afterwards', async () => {
        const lacking = panel({ emailConnection: connection({ missingCapabilities: ['notice_replies'] }) });
        const link = { url: 'https://service.example/onboarding/connect?ticket=1' };
        const { element, calls } = await open(lacking, { 'POST /email-connections/google': link });
        window.open = jest.fn();
        expect(find(element, 'c-panel-readiness').shadowRoot.textContent).toBe('');
        fire(find(element, 'c-mailbox-status'), 'reconnect');
        await until(() => window.open.mock.calls.length === 1);
        await until(() => find(element, 'c-panel-readiness').shadowRoot.textContent.includes('Finish in the other tab.'));
        const before = calls.length;
        serve({ 'GET /panel': panel() });
        lookAgain();
        await until(() => !find(element, 'c-panel-readiness'));
        expect(calls).toHaveLength(before);
    });

    it('shows its shape until one request has brought everything', async () => {
        const calls = serve({ 'GET /panel': panel() });
        const element = show('c-msi-panel', MsiPanel, { recordId: RECORD });
        expect(find(element, 'c-stencil')).not.toBeNull();
        await until(() => emails(element));
        expect(calls.map(({ path, query }) => [path, query.recordId])).toEqual([['/panel', RECORD]]);
        expect(words(element)).toContain('Dana WhitfieldDirector of Operations');
        expect(find(element, 'c-panel-tabs', '[role=tab]').textContent).toBe('Email (1)');
    });

    it('can try again when the panel cannot be read', async () => {
        const { element } = await open(problem(503, 'salesforce_unavailable', 'Salesforce does not answer.'));
        expect(find(element, 'c-error-panel', '.title').textContent).toBe('Salesforce does not answer.');
        serve({ 'GET /panel': panel() });
        find(element, 'c-error-panel', 'lightning-button').click();
        await until(() => emails(element));
    });

    it('opens compose for the person and shows the email with its Undo when it was sent', async () => {
        const sent = row({ id: '44444444-4444-4444-8444-444444444444', state: 'queued', reason: 'undo_window', canUndo: true });
        LightningModal.open.mockResolvedValue({ row: sent, toast: 'What became of it' });
        const { element, toasts } = await open(panel());
        fire(find(element, 'c-sales-actions'), 'action', { name: 'send_sales_email' });
        await until(() => rows(element).length === 2);
        expect(LightningModal.open.mock.calls[0][0]).toMatchObject({ recordId: RECORD, person: person(), people: [] });
        expect(rows(element)[0]).toMatchObject(sent);
        expect(toasts.map(({ title }) => title)).toEqual(['What became of it']);
    });

    it('adds a task to the record, leads to it, and lets the timeline be read again', async () => {
        const addTask = sendAction({ name: 'add_task', group: 'follow_up' });
        const { element, toasts, refreshes } = await open(panel({ actions: [sendAction(), addTask] }));
        LightningModal.open.mockResolvedValue({ subject: 'Call back', taskId: null });
        fire(find(element, 'c-sales-actions'), 'action', { name: 'add_task' });
        await until(() => toasts.length === 1);
        expect(refreshes).toHaveLength(0);
        LightningModal.open.mockResolvedValue({ subject: 'Call back', taskId: '00T000000000001AAA' });
        fire(find(element, 'c-sales-actions'), 'action', { name: 'add_task' });
        await until(() => toasts.length === 2);
        expect(refreshes).toHaveLength(1);
        expect(LightningModal.open.mock.calls[0][0]).toMatchObject({ recordId: RECORD, people: [] });
        expect(toasts.map(({ title, variant }) => [title, variant])).toEqual([
            ['Salesforce is taking longer. The task will be added, or this panel says why not.', 'info'],
            ['Task added.', 'success']
        ]);
        expect(toasts[1].messageData[0].label).toBe('Call back');
    });

    it('tells of a task that Salesforce refused later, until it is saved again or dismissed', async () => {
        /** @type {import('service').RefusedAction} */
        const refused = { action: 'add_task', id: '99999999-9999-4999-8999-999999999999', title: 'Call back', reason: 'No campaign.' };
        const { element, calls } = await open(panel({ refused: [refused] }), { 'DELETE /tasks/{id}': new Answer(204) });
        const notice = () => find(element, 'c-refused-actions');
        expect(words(notice())).toBe('Your task “Call back” was not saved in Salesforce: No campaign.');
        labelled(notice(), 'Edit').click();
        await until(() => calls.filter(({ path }) => path === '/panel').length === 2);
        expect(LightningModal.open.mock.calls[0][0]).toMatchObject({ recordId: RECORD, refusedId: refused.id });
        serve({ 'GET /panel': panel(), 'DELETE /tasks/{id}': new Answer(204) });
        labelled(notice(), 'Dismiss').click();
        await until(() => !notice());
    });

    it('keeps the notice of a refused task when it cannot be dismissed, and leaves out what this package does not know', async () => {
        /** @type {import('service').RefusedAction} */
        const refused = { action: 'add_task', id: '99999999-9999-4999-8999-999999999999', title: 'Call back', reason: 'No campaign.' };
        /** @type {import('service').RefusedAction} */
        const letter = unknown({ ...refused, id: RECORD, action: 'send_letter' });
        const { element } = await open(panel({ refused: [letter, refused] }), {
            'DELETE /tasks/{id}': problem(503, 'salesforce_unavailable', 'Nobody answers.')
        });
        const notice = find(element, 'c-refused-actions');
        expect(findAll(notice, 'li')).toHaveLength(1);
        labelled(notice, 'Dismiss').click();
        await until(() => find(notice, 'c-error-panel'));
        expect(find(notice, 'c-error-panel', '.title').textContent).toBe('Nobody answers.');
    });

    it('opens the kept words again after Undo', async () => {
        const { element, toasts } = await open(panel());
        fire(emails(element), 'action', { name: 'cancel', item: row({ state: 'draft' }) });
        await until(() => LightningModal.open.mock.calls.length === 1);
        expect(LightningModal.open.mock.calls[0][0].continueDraft).toBe(true);
        expect(toasts[0].title).toBe('Sending undone. The email is a draft again.');
        await until(() => rows(element).length === 0);
    });

    it('says that an email was cancelled which is no draft again, and opens nothing', async () => {
        const { element, toasts } = await open(panel());
        fire(emails(element), 'action', { name: 'cancel', item: row({ state: 'cancelled', reason: 'cancelled_by_user' }) });
        await until(() => toasts.length === 1);
        expect(toasts[0].title).toBe('Cancelled. The email will not be sent.');
        expect(LightningModal.open).not.toHaveBeenCalled();
        expect(rows(element)[0].state).toBe('cancelled');
    });

    it('lets the rep choose among the people of an account', async () => {
        const people = [person({ name: 'Omar Reyes' }), person({ name: 'Gail Weber', optedOut: true, refusal: 'opted_out' })];
        const { element } = await open(panel({ person: null, people, actions: [sendAction({ reach: 'group' })] }));
        expect(words(element)).toContain('2 people1 can get an email');
        fire(find(element, 'c-sales-actions'), 'action', { name: 'send_sales_email' });
        expect(LightningModal.open.mock.calls[0][0]).toMatchObject({ person: undefined, people });
    });

    it('goes to the page of an email to many when several people of an account were chosen', async () => {
        const page = { type: 'standard__component', attributes: { componentName: 'c__msiSelectAndSend' }, state: { c__id: 'bulk-1' } };
        jest.mocked(LightningModal.open).mockResolvedValueOnce({ page });
        const { element, toasts } = await open(panel({ person: null, people: [person()], actions: [sendAction({ reach: 'group' })] }));
        fire(find(element, 'c-sales-actions'), 'action', { name: 'send_sales_email' });
        await until(() => navigate.mock.calls.length === 1);
        expect([navigate.mock.calls[0][0], toasts]).toEqual([page, []]);
    });

    it.each([
        [{ reason: 'no_email_address' }, {}, 'There is no email address in Salesforce.'],
        [{ reason: 'opted_out' }, {}, 'This person opted out of email'],
        [{ reason: 'address_opted_out' }, {}, 'Another record with the same email address opted out of email'],
        [{ reason: 'opt_out_unknown' }, {}, 'Your Salesforce permissions do not show whether Dana Whitfield opted out of email'],
        [{ reason: 'opt_out_unknown' }, {}, 'Ask your admin to let you see the field Email Opt Out'],
        [{ reason: 'opt_out_unknown', reach: 'group' }, { person: null, people: [person()] }, 'which of these people opted out of email'],
        [{ reason: 'no_people', reach: 'group' }, { person: null }, 'This record has no people to write to.'],
        [{ reason: 'opted_out', reach: 'group' }, { person: null, people: [person()] }, 'Nobody on this record can get a sales email'],
        [{ reason: 'not_permitted' }, {}, 'Your admin has switched off sales emails for you.']
    ])('says why nothing can be sent: %j', async (action, changes, sentence) => {
        const { element } = await open(
            panel({ actions: [sendAction({ enabled: false, ...action })], tabs: emailsFirst(list()), ...changes })
        );
        expect(find(element, '.notice').textContent).toContain(sentence);
        expect(labelled(find(element, 'c-panel-tabs', 'c-sales-email-feed'), 'Send Sales Email')).toBeUndefined();
    });

    it('follows a change and refreshes the timeline when an email is sent and again when Salesforce has it', async () => {
        /** @type {('pending' | 'logged')[]} */
        const states = ['pending', 'logged'];
        const sending = row({ state: 'sending', sentAt: null, salesforce: null });
        const { element, refreshes } = await open(panel({ tabs: emailsFirst(list(sending)) }), {
            'GET /sales-emails': () =>
                list(row({ salesforce: { taskId: null, code: null, reason: null, state: states.shift() ?? 'logged' } }))
        });
        lookAgain();
        await until(() => rows(element)[0].state === 'sent' && refreshes.length === 1);
        lookAgain();
        await until(() => refreshes.length === 2);
    });

    it('asks only for what has changed', async () => {
        const { calls } = await open(panel(), { 'GET /sales-emails': new Answer(200, list(row()), { etag: '"1"' }) });
        const asked = () => calls.filter(({ path }) => path === '/sales-emails');
        lookAgain();
        await until(() => asked().length === 1);
        // The answer's version is known once the list has taken it over.
        await until(() => {
            lookAgain();
            return asked().some(({ headers }) => headers['if-none-match'] === '"1"');
        });
    });

    it('keeps what is on the screen when it cannot be refreshed, and says that it is old', async () => {
        const { element } = await open(panel(), { 'GET /sales-emails': problem(500, 'unexpected', 'Down.') });
        lookAgain();
        await until(() => find(element, 'c-panel-tabs', '.bar c-relative-time').pattern.startsWith('Not up to date'));
        expect(rows(element)).toHaveLength(1);
    });

    it('says so with the next look when access has ended, and shows nothing of the record any more', async () => {
        const { element } = await open(panel());
        const ended = problem(401, 'user_deactivated', 'Your admin has ended your access to MSI Actions.');
        serve({ 'GET /panel': ended, 'GET /sales-emails': ended });
        lookAgain();
        const shown = await until(() => find(element, 'c-error-panel'));
        expect(shown.error.message).toBe('Your admin has ended your access to MSI Actions.');
        expect(find(element, 'c-panel-tabs')).toBeNull();
    });

    it('adds older emails below', async () => {
        const older = row({ id: '55555555-5555-4555-8555-555555555555', createdAt: '2025-01-01T00:00:00Z' });
        const first = { ...list(row()), total: 2, cursor: 'next' };
        const { element, calls } = await open(panel({ tabs: emailsFirst(first) }), {
            'GET /sales-emails': ({ query }) => (query.cursor ? { ...list(older), total: 2 } : first)
        });
        fire(emails(element), 'loadmore');
        await until(() => rows(element).length === 2);
        expect(calls.at(-1)?.query.cursor).toBe('next');
        lookAgain();
        await until(() => calls.at(-1)?.query.cursor === undefined);
        expect(rows(element).map(({ id }) => id)).toEqual([row().id, older.id]);
        expect(emails(element).hasMore).toBe(false);
    });

    it('shows only what is missing to somebody who is not activated', async () => {
        const { element } = await open(panel({ readiness: 'not_activated', user: null, emailConnection: null, actions: [], tabs: [] }));
        expect(find(element, 'c-panel-readiness').readiness).toBe('not_activated');
        expect(find(element, 'c-panel-tabs')).toBeNull();
    });

    it('goes on by itself when the other tab is done', async () => {
        let answer = panel({ readiness: 'mailbox_missing', emailConnection: null, tabs: [] });
        const { element, toasts } = await open(() => answer);
        fire(find(element, 'c-panel-readiness'), 'leave');
        answer = panel();
        lookAgain();
        await until(() => find(element, 'c-panel-readiness') === null);
        expect(toasts.map(({ title }) => title)).toEqual(['You are ready to send sales emails.']);
    });

    it('keeps the emails in sight while the mailbox needs reconnecting', async () => {
        const { element } = await open(
            panel({ readiness: 'mailbox_reconnect_required', emailConnection: connection({ state: 'reconnect_required' }) })
        );
        expect(find(element, 'c-panel-readiness')).not.toBeNull();
        expect(rows(element)).toHaveLength(1);
    });

    it('asks for the mailbox again when it was revoked while an email waits, and goes on once it is back', async () => {
        const waiting = row({ state: 'queued', reason: 'mailbox_busy', sentAt: null });
        const blocked = row({ ...waiting, reason: 'mailbox_reconnect_required' });
        const revoked = connection({ state: 'reconnect_required', stateReason: 'revoked' });
        const answers = [panel({ tabs: emailsFirst(list(waiting)) })];
        answers.push(panel({ readiness: 'mailbox_reconnect_required', emailConnection: revoked, tabs: emailsFirst(list(blocked)) }));
        const { element } = await open(() => (answers.length > 1 && answers.shift()) || answers[0], {
            'GET /sales-emails': list(blocked)
        });
        expect(find(element, 'c-panel-readiness')).toBeNull();
        lookAgain();
        await until(() => find(element, 'c-panel-readiness'));
        expect(find(element, 'c-mailbox-status').connection.state).toBe('reconnect_required');
        answers[0] = panel({ tabs: emailsFirst(list(waiting)) });
        lookAgain();
        await until(() => !find(element, 'c-panel-readiness'));
        expect(find(element, 'c-mailbox-status').connection.state).toBe('connected');
    });

    it.each([
        ['a colleague’s email waits for a mailbox', { sentByMe: false }],
        ['an email waits for a mailbox that the rep has replaced', {}]
    ])('reads its state once at most when %s', async (_, changes) => {
        const blocked = row({ state: 'queued', reason: 'mailbox_disconnected', sentAt: null, ...changes });
        const { element, calls } = await open(panel({ tabs: emailsFirst(list(blocked)) }), { 'GET /sales-emails': list(blocked) });
        const asked = () => calls.filter(({ path }) => path === '/sales-emails').length;
        lookAgain();
        await until(() => asked() === 1);
        lookAgain();
        await until(() => asked() === 2);
        expect(rows(element)).toHaveLength(1);
        expect(calls.filter(({ path }) => path === '/panel')).toHaveLength(1);
    });

    it('leaves out an action and a tab of a service that is newer than the package', async () => {
        const newer = panel();
        newer.actions.unshift(unknown({ ...sendAction(), name: 'send_letter', enabled: false, reason: 'no_stamps' }));
        newer.tabs = [LETTERS, { name: 'sales_emails', count: 1, content: null }];
        const { element, calls } = await open(newer);
        await until(() => rows(element).length === 1);
        expect(findAll(find(element, 'c-panel-tabs'), '[role=tab]').map(({ textContent }) => textContent)).toEqual(['Email (1)']);
        expect(calls.map(({ path }) => path)).toEqual(['/panel', '/sales-emails']);
        expect(find(element, 'c-sales-actions', '.primary')).toMatchObject({ textContent: 'Send Sales Email', disabled: false });
        expect(find(element, '.notice')).toBeNull();
    });

    it('shows no tabs when it knows none of them', async () => {
        const { element } = await open(panel({ tabs: [LETTERS] }));
        expect(find(element, 'c-panel-tabs')).toBeNull();
        expect(words(element)).toContain('Dana Whitfield');
    });

    it('offers the tour once', async () => {
        const { element } = await open(
            panel({ user: { name: 'Rae Ortiz', email: 'rae@acme.example', role: 'rep', panelTourDone: false } })
        );
        fire(find(element, 'c-panel-tour'), 'done');
        await until(() => !find(element, 'c-panel-tour'));
    });

    it('starts anew when the page shows another record', async () => {
        const { element, calls } = await open(panel());
        element.recordId = '00Q000000000002EAA';
        await until(() => calls.at(-1)?.query.recordId === '00Q000000000002EAA');
        await until(() => emails(element));
    });

    it('shows the next record in place of an error of the one before', async () => {
        const { element } = await open(problem(404, 'not_found', 'Your Salesforce rights do not show this record.'));
        serve({ 'GET /panel': () => new Promise(() => undefined) });
        element.recordId = '00Q000000000002EAA';
        await until(() => find(element, 'c-stencil'));
        expect(find(element, 'c-error-panel')).toBeNull();
    });

    it('keeps the tour away once it is done, however often the panel is read', async () => {
        const { element, calls } = await open(
            panel({ user: { name: 'Rae Ortiz', email: 'rae@acme.example', role: 'rep', panelTourDone: false } })
        );
        fire(find(element, 'c-panel-tour'), 'done');
        fire(find(element, 'c-panel-tabs'), 'refresh');
        await until(() => calls.length === 2 && find(element, 'c-panel-tabs').isRefreshing === false);
        expect(find(element, 'c-panel-tour')).toBeNull();
    });
});
