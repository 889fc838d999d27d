import LightningModal from 'lightning/modal';
import { navigate } from 'lightning/navigation';
import SalesEmailFeed from 'c/salesEmailFeed';
import { find, fire, heard, labelled, show, until } from '../../../../../test/page';
import { draftRow, list, panel, person, row, savedDraft, sendAction } from '../../../../../test/seed';
import { Answer, problem, serve } from '../../../../../test/service';
/** @import { Properties } from '../../../../../test/answers' */

const RECORD = '00Q000000000001EAA';
const OTHER = '44444444-4444-4444-8444-444444444444';
/** @param {Properties<SalesEmailFeed>} properties */
const feed = (properties = {}) => {
    const element = show('c-sales-email-feed', SalesEmailFeed, { recordId: RECORD, panel: panel(), content: list(row()), ...properties });
    return { element, toasts: heard(element, 'lightning__showtoast'), reloads: heard(element, 'panelreload') };
};
const emails = (element) => find(element, 'c-sales-email-list');
/** What the list tells of an action that the rep has chosen. */
const acted = (element, name, item) => fire(emails(element), 'action', { name, item });

beforeEach(() => {
    LightningModal.open = jest.fn().mockResolvedValue(undefined);
});

describe('c-sales-email-feed', () => {
    it('is asked for by the record, and hurries while an email is on its way', () => {
        const { element } = feed();
        expect([element.path, element.count, element.isBusy]).toEqual([`/sales-emails?recordId=${RECORD}`, 1, false]);
        element.accept(list(row({ state: 'sending', sentAt: null }), row({ id: OTHER })));
        expect([element.count, element.isBusy]).toEqual([2, true]);
    });

    it('hurries until Salesforce has the task of an email that has left, and tells the timeline both times', () => {
        const { element } = feed({ content: list(row({ state: 'sending', sentAt: null, salesforce: null })) });
        const refreshes = heard(element, 'lightning__refresh');
        const pending = row({ salesforce: { state: 'pending', taskId: null, code: null, reason: null } });
        element.accept(list(pending));
        expect([refreshes.length, element.isBusy]).toEqual([1, true]);
        element.accept(undefined);
        expect([refreshes.length, element.isBusy]).toEqual([1, true]);
        element.accept(list(row()));
        expect([refreshes.length, element.isBusy]).toEqual([2, false]);
    });

    it('has the panel read again when an own email begins to wait for a lost mailbox, and not when that came with the panel', () => {
        const waiting = row({ state: 'queued', reason: 'mailbox_reconnect_required', sentAt: null });
        const { element, reloads } = feed();
        element.content = list(waiting);
        element.accept(list(waiting));
        expect(reloads).toHaveLength(0);
        element.accept(list({ ...waiting, id: OTHER }, waiting));
        expect(reloads).toHaveLength(1);
    });

    it('keeps older emails below when the panel is read again', async () => {
        const older = row({ id: OTHER, createdAt: '2025-01-01T00:00:00Z' });
        serve({ 'GET /sales-emails': { ...list(older), total: 2 } });
        const { element } = feed({ content: { ...list(row()), total: 2, cursor: 'next' } });
        fire(emails(element), 'loadmore');
        await until(() => emails(element).rows.length === 2);
        element.content = { ...list(row()), total: 2, cursor: 'next' };
        await until(() => emails(element).hasMore === false);
        expect(emails(element).rows.map(({ id }) => id)).toEqual([row().id, OTHER]);
    });

    it('says why older emails cannot be read, and can try again', async () => {
        serve({ 'GET /sales-emails': problem(500, 'unexpected', 'Down.') });
        const { element } = feed({ content: { ...list(row()), total: 2, cursor: 'next' } });
        fire(emails(element), 'loadmore');
        await until(() => find(element, 'c-error-panel', '.title')?.textContent === 'Down.');
        serve({ 'GET /sales-emails': list() });
        fire(find(element, 'c-error-panel'), 'retry');
        await until(() => !find(element, 'c-error-panel'));
    });

    it('offers the first email only where one can be sent, and shows it at once', async () => {
        const blocked = panel({ actions: [sendAction({ enabled: false, reason: 'opted_out' })] });
        expect(labelled(feed({ panel: blocked, content: list() }).element, 'Send Sales Email')).toBeUndefined();
        LightningModal.open.mockResolvedValue({ row: row(), toast: 'What became of it' });
        const { element, toasts } = feed({ content: list() });
        labelled(element, 'Send Sales Email').click();
        await until(() => emails(element).rows.length === 1);
        expect(LightningModal.open.mock.calls[0][0]).toMatchObject({
            recordId: RECORD,
            person: person(),
            people: [],
            continueDraft: false
        });
        expect(toasts[0].title).toBe('What became of it');
    });

    it('tells the panel of each own change', () => {
        const { element } = feed();
        const changes = heard(element, 'tabchange');
        acted(element, 'retry', row({ state: 'queued' }));
        acted(element, 'cancel', row({ state: 'cancelled' }));
        expect(changes).toHaveLength(2);
        expect(LightningModal.open).not.toHaveBeenCalled();
    });

    it('asks for another time in a window, and shows the row that comes of it', async () => {
        const scheduled = row({ state: 'scheduled', waitsUntil: '2126-12-02T08:00:00Z' });
        const { element } = feed({ content: list(scheduled) });
        const later = { ...scheduled, waitsUntil: '2126-12-02T09:00:00Z' };
        acted(element, 'change_time', scheduled);
        LightningModal.open.mockResolvedValue(later);
        acted(element, 'change_time', scheduled);
        await until(() => emails(element).rows[0].waitsUntil === later.waitsUntil);
        expect(LightningModal.open.mock.calls[0][0]).toMatchObject({ label: 'Change Time', emailId: scheduled.id });
    });

    it('goes on in the compose window with the draft of an email that came back, on the record where it is kept', () => {
        const { element } = feed();
        acted(element, 'draft_again', savedDraft({ recordId: RECORD }));
        acted(element, 'draft_again', savedDraft({ recordId: '006000000000001AAA' }));
        expect(LightningModal.open.mock.calls.map(([given]) => given)).toMatchObject([
            { recordId: RECORD, person: person(), continueDraft: true },
            { recordId: '006000000000001AAA', person: undefined, people: [], continueDraft: true }
        ]);
    });

    it.each([
        ['00Q000000000001EAA', 'Lead'],
        ['003000000000001AAA', 'Contact']
    ])('opens the record of %s as a %s', (personId, objectApiName) => {
        const { element } = feed();
        acted(element, 'open_record', row({ personId }));
        expect(navigate.mock.lastCall).toMatchObject([{ attributes: { recordId: personId, objectApiName, actionName: 'view' } }]);
    });

    it('puts own drafts on top, and does not count them', async () => {
        const { element } = feed({ content: { ...list(row()), drafts: [draftRow()] } });
        expect(emails(element).rows.map(({ id }) => id)).toEqual([draftRow().id, row().id]);
        expect(element.count).toBe(1);
        element.accept(list(row()));
        await until(() => emails(element).rows.length === 1);
    });

    it('takes the draft of this record away with the email that it became', async () => {
        const elsewhere = draftRow({ id: '2fd0c37e-63a3-4cf6-a0a8-0d38a2f8b9ea', recordId: '006000000000001AAA' });
        const { element } = feed({ content: { ...list(), drafts: [draftRow({ recordId: RECORD }), elsewhere] } });
        element.put(row());
        await until(() => emails(element).rows.length === 2);
        expect(emails(element).rows.map(({ id }) => id)).toEqual([elsewhere.id, row().id]);
    });

    it('continues a draft on the record where it is kept, and has the list read again when the window is closed', async () => {
        const { element } = feed({ content: { ...list(), drafts: [draftRow()] } });
        const reads = heard(element, 'tabread');
        acted(element, 'continue_draft', draftRow({ recordId: '006000000000001AAA' }));
        await until(() => reads.length === 1);
        expect(LightningModal.open.mock.calls[0][0]).toMatchObject({ recordId: '006000000000001AAA', continueDraft: true });
    });

    it('discards a draft only after a question that names it', async () => {
        const calls = serve({ 'DELETE /drafts/{id}': new Answer(204) });
        const { element, toasts } = feed({ content: { ...list(row()), drafts: [draftRow()] } });
        acted(element, 'discard_draft', draftRow());
        await until(() => LightningModal.open.mock.calls.length === 1);
        expect([LightningModal.open.mock.calls[0][0].heading, calls.length]).toEqual(['Discard the draft “Half written”?', 0]);
        LightningModal.open.mockResolvedValue(true);
        acted(element, 'discard_draft', draftRow());
        await until(() => emails(element).rows.length === 1);
        expect([calls[0].path, toasts[0].title]).toEqual([`/drafts/${draftRow().id}`, 'Draft discarded.']);
        await until(() => emails(element).shadowRoot.activeElement?.dataset.id === row().id);
    });

    it('says why a draft could not be discarded, and keeps it', async () => {
        serve({ 'DELETE /drafts/{id}': problem(500, 'unexpected', 'Down.') });
        LightningModal.open.mockResolvedValue(true);
        const { element } = feed({ content: { ...list(), drafts: [draftRow()] } });
        acted(element, 'discard_draft', draftRow());
        await until(() => find(element, 'c-error-panel', '.title')?.textContent === 'Down.');
        expect(emails(element).rows).toHaveLength(1);
    });

    it('puts later emails of a thread below the first, and the thread with the newest on top', () => {
        const [first, second, third] = ['a', 'b', 'c'].map((id) => row({ id, threadId: id === 'a' ? null : 'a' }));
        const { element } = feed({ content: list(third, row({ id: 'else' }), second, first) });
        expect(emails(element).rows.map(({ id, isLater }) => [id, isLater])).toEqual([
            ['a', false],
            ['b', true],
            ['c', true],
            ['else', false]
        ]);
        expect(element.count).toBe(4);
    });

    it.each([
        ['follow_up', false],
        ['reply', true]
    ])('opens the compose window of this record for %s', (name, isReply) => {
        const { element } = feed();
        acted(element, name, row({ id: OTHER }));
        expect(LightningModal.open.mock.calls[0][0]).toMatchObject({
            recordId: RECORD,
            continueDraft: false,
            follow: { id: OTHER, isReply }
        });
    });
});
