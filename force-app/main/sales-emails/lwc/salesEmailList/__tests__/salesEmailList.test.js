import SalesEmailList from 'c/salesEmailList';
import { find, findAll, heard, show, until, words } from '../../../../../test/page';
import { row } from '../../../../../test/seed';
import { problem, serve } from '../../../../../test/service';

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
        expect(words(element)).toContain('your mailbox has sent as many emails as it may for now.');
        expect(find(element, '.reason c-relative-time').value).toBe('2126-01-01T00:00:00Z');
    });

    it.each([
        ['failed', {}, ['Retry']],
        ['uncertain', {}, ['Look Again', 'Mark as Sent', 'Send Again']],
        ['queued', { canUndo: true, reason: 'undo_window' }, ['Undo']],
        ['queued', { canUndo: true, reason: 'mailbox_busy' }, ['Cancel Sending']],
        ['sent', {}, []],
        ['failed', { sentByMe: false }, []]
    ])('%s %j offers %j', (state, changes, expected) => {
        expect(buttons(list([row({ state, ...changes })]))).toEqual(expected);
    });

    it('names the person of each row on an account, and a colleague who sent it', () => {
        const element = list([row({ sentByMe: false, senderName: 'Noor Haddad' })], { showPerson: true });
        expect(find(element, '.facts').textContent).toBe('to Dana Whitfieldby Noor Haddad');
    });

    it('settles an uncertain email as the rep decides', async () => {
        const settled = row({ state: 'sent', reason: 'marked_by_user' });
        const calls = serve({ [`POST ${PATH}/settlement`]: settled });
        const element = list([row({ state: 'uncertain', reason: 'no_answer_from_provider', sentAt: null })]);
        const changes = heard(element, 'rowchange');
        press(element, 'Mark as Sent');
        await until(() => changes.length === 1);
        expect(calls[0].body).toEqual({ decision: 'mark_as_sent' });
        expect(changes[0]).toEqual(settled);
    });

    it('takes an email back, and puts the focus on its row when the button goes', async () => {
        serve({ [`POST ${PATH}/cancel`]: row({ state: 'draft' }) });
        const element = list([row({ state: 'queued', reason: 'undo_window', canUndo: true })]);
        const undone = heard(element, 'undo');
        press(element, 'Undo');
        await until(() => undone.length === 1);
        expect(undone[0].state).toBe('draft');
        await until(() => element.shadowRoot.activeElement?.dataset.id === row().id);
    });

    it('shows on the row why an action was refused, and can be pressed again', async () => {
        serve({ [`POST ${PATH}/retry`]: problem(409, 'mailbox_reconnect_required', 'Reconnect your mailbox first.') });
        const element = list([row({ state: 'failed' })]);
        press(element, 'Retry');
        await until(() => find(element, 'c-error-panel', '.title')?.textContent === 'Reconnect your mailbox first.');
        expect(find(element, 'button.action').disabled).toBe(false);
    });

    it('reads a change of state aloud', async () => {
        const element = list([row({ state: 'sending' })]);
        element.rows = [row({ state: 'sent' })];
        await until(() => find(element, '[aria-live]').textContent === 'Pricing for 40 seats: Sent');
    });

    it('opens a row in place', async () => {
        serve({ [`GET ${PATH}`]: { ...row(), cc: [], bcc: [], history: [], html: null, salesforce: null } });
        const element = list([row()]);
        find(element, 'button.toggle').click();
        await until(() => find(element, 'c-sales-email-detail'));
        expect(find(element, 'button.toggle').getAttribute('aria-expanded')).toBe('true');
        find(element, 'button.toggle').click();
        await until(() => !find(element, 'c-sales-email-detail'));
    });

    it('offers older emails', () => {
        const element = list([row()], { hasMore: true });
        const asked = heard(element, 'loadmore');
        find(element, '.more lightning-button').click();
        expect(asked).toHaveLength(1);
    });
});
