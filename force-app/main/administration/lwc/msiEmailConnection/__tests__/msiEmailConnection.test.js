import LightningModal from 'lightning/modal';
import MsiEmailConnection from 'c/msiEmailConnection';
import { find, findAll, heard, labelled, show, until, words } from '../../../../../test/page';
import { connection } from '../../../../../test/seed';
import { Answer, problem, serve } from '../../../../../test/service';
/** @import { EmailConnection } from 'service' */
/** @import { Routes } from '../../../../../test/answers' */

const PATH = 'DELETE /email-connections/{id}';
/** @param {EmailConnection[]} connections @param {Routes} routes */
async function open(connections, routes = {}) {
    const calls = serve({ 'GET /email-connections': { emailConnections: connections }, ...routes });
    const element = show('c-msi-email-connection', MsiEmailConnection);
    await until(() => !find(element, 'c-msi-page').isLoading);
    return { element, calls, toasts: heard(element, 'lightning__showtoast') };
}
const consents = (element) => findAll(element, 'c-msi-consent').map(({ label, path }) => [label, path]);
const badge = (element) => find(element, 'lightning-badge').label;

describe('c-msi-email-connection', () => {
    it('offers both mail providers where there is no mailbox', async () => {
        const { element } = await open([connection({ state: 'disconnected' })]);
        expect(words(element)).toContain('No mailbox is connected yet.');
        expect(consents(element)).toEqual([
            ['Connect Gmail', '/email-connections/google'],
            ['Connect Outlook', '/email-connections/microsoft']
        ]);
    });

    it('says what a mailbox can do, and that no words are read in header-only mode', async () => {
        const { element } = await open([connection()]);
        expect(badge(element)).toBe('Gmail connected');
        expect(words(element)).toContain('Detects replies, bounces and out-of-office answers.');
        expect(words(element)).toContain('Reads headers only, never the text of an email.');
        expect(consents(element)).toEqual([]);
    });

    it('names what is missing and offers to reconnect', async () => {
        const lacking = { capabilities: { settles: false, noticesReplies: false, readsBodies: false } };
        const { element } = await open([connection({ ...lacking, missingCapabilities: ['notice_replies', 'settle'] })]);
        expect(words(element)).toContain('Replies are not detected: the permission to read headers is missing.');
        expect(words(element)).toContain('We cannot check whether an uncertain email was sent');
        expect(consents(element)).toEqual([['Reconnect', '/email-connections/google']]);
    });

    it('asks for nothing where the admin chose to send only', async () => {
        const { element } = await open([connection({ capabilities: { settles: false, noticesReplies: false, readsBodies: false } })]);
        expect(words(element)).toContain('Does not detect replies and bounces.');
        expect(words(element)).toContain('Reads nothing in your mailbox.');
        expect(consents(element)).toEqual([]);
    });

    it('says why a mailbox cannot be used and what waits for it', async () => {
        const { element } = await open([
            connection({ provider: 'microsoft', state: 'reconnect_required', stateReason: 'password_changed', waitingEmails: 2 })
        ]);
        expect(badge(element)).toBe('Outlook needs reconnecting');
        expect(words(element)).toContain('The password of the mailbox has changed.');
        expect(words(element)).toContain('2 sales emails wait for this mailbox.');
    });

    it('says since when nothing was heard', async () => {
        const { element } = await open([connection({ watch: { state: 'silent', lastAliveAt: '2026-01-05T11:03:00Z' } })]);
        expect(words(element)).toMatch(/No updates from your mailbox since .*12:03/);
    });

    it('disconnects after a yes that names what waits', async () => {
        LightningModal.open = jest.fn().mockResolvedValue(false);
        const { element, calls, toasts } = await open([connection({ waitingEmails: 1 })], { [PATH]: new Answer(204) });
        labelled(element, 'Disconnect…').click();
        await until(() => LightningModal.open.mock.calls.length === 1);
        expect(LightningModal.open.mock.calls[0][0].consequences[1]).toContain('1 sales email waits for this mailbox.');
        expect(calls).toHaveLength(1);
        LightningModal.open.mockResolvedValue(true);
        labelled(element, 'Disconnect…').click();
        await until(() => toasts.length === 1);
        expect(calls[1]).toMatchObject({ method: 'DELETE', path: `/email-connections/${connection().id}` });
    });

    it('keeps the mailbox on the page when disconnecting fails', async () => {
        LightningModal.open = jest.fn().mockResolvedValue(true);
        const { element } = await open([connection()], { [PATH]: problem(502, 'mailbox_unavailable', 'Google does not answer.') });
        labelled(element, 'Disconnect…').click();
        await until(() => find(element, 'c-error-panel', '.title')?.textContent === 'Google does not answer.');
        expect(badge(element)).toBe('Gmail connected');
    });

    it('can try again when the mailboxes cannot be read', async () => {
        serve({ 'GET /email-connections': problem(500, 'unexpected', 'The service is being updated.') });
        const element = show('c-msi-email-connection', MsiEmailConnection);
        await until(() => find(element, 'c-msi-page').error);
        serve({ 'GET /email-connections': { emailConnections: [connection()] } });
        find(element, 'c-msi-page').dispatchEvent(new CustomEvent('retry'));
        await until(() => find(element, 'lightning-badge'));
    });
});
