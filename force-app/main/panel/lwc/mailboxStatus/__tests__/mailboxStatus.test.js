import MailboxStatus from 'c/mailboxStatus';
import { navigate } from 'lightning/navigation';
import { find, findAll, fire, heard, labelled, show, until, words } from '../../../../../test/page';
import { connection } from '../../../../../test/seed';
import { Answer, problem, serve } from '../../../../../test/service';
/** @import { EmailConnection } from 'service' */

const PATH = 'DELETE /email-connections/{id}';
/** @param {Partial<EmailConnection>} [changes] */
const status = (changes) => show('c-mailbox-status', MailboxStatus, { connection: connection(changes) });
const choose = async (element, value) => {
    const menu = await until(() => find(element, 'lightning-button-menu'));
    fire(menu, 'select', { value });
};
const ask = async (element) => {
    await choose(element, 'disconnect');
    await until(() => find(element, '[role="alertdialog"]'));
};

describe('c-mailbox-status', () => {
    it('is quiet when all is well', async () => {
        const element = status();
        await until(() => find(element, 'lightning-button-menu'));
        expect(words(element)).toBe('Gmail connected');
        expect(labelled(element, 'Reconnect')).toBeUndefined();
    });

    it('offers to reconnect when the mailbox cannot be used', async () => {
        const element = status({ provider: 'microsoft', state: 'reconnect_required', stateReason: 'revoked' });
        const reconnects = heard(element, 'reconnect');
        expect(words(element)).toBe('Outlook needs reconnecting');
        await choose(element, 'reconnect');
        expect(labelled(element, 'Reconnect')).toBeDefined();
        expect(reconnects).toHaveLength(1);
    });

    it.each([
        [['notice_replies', 'settle'], 'Replies are not detected: the permission to read headers is missing.'],
        [['settle'], 'We cannot check whether an uncertain email was sent: the permission to read headers is missing.'],
        [['read_bodies'], 'Reasons for bounces are not read: the permission to read emails is missing.']
    ])('names what is missing with a way to give it: %j', (missingCapabilities, sentence) => {
        const element = status({ missingCapabilities });
        const reconnects = heard(element, 'reconnect');
        expect(words(element)).toContain(sentence);
        findAll(element, 'lightning-button')
            .find(({ label }) => label === 'Reconnect')
            .click();
        expect(reconnects).toHaveLength(1);
    });

    it.each([
        ['blocked', 'Outlook: sending blocked', /^Since .*12:03.* your email provider has blocked sending from this mailbox/],
        ['full', 'Outlook is full', /^Since .*12:03.* your mailbox has been too full to send/]
    ])('says since when the mailbox takes nothing, and that what waits leaves by itself: %s', (kind, chip, sentence) => {
        const element = status({ provider: 'microsoft', trouble: { kind, since: '2026-01-05T11:03:00Z' } });
        expect(find(element, '.chip_amber').textContent).toContain(chip);
        expect(find(element, '.note').textContent).toMatch(sentence);
        expect(labelled(element, 'Reconnect')).toBeUndefined();
    });

    it('says since when nothing was heard, and asks for nothing', () => {
        const element = status({ watch: { state: 'silent', lastAliveAt: '2026-01-05T11:03:00Z' } });
        expect(find(element, '.note').textContent).toMatch(/^No updates from your mailbox since .*12:03/);
        expect(labelled(element, 'Reconnect')).toBeUndefined();
    });

    it('opens the settings for signatures', async () => {
        const element = status();
        await choose(element, 'settings');
        expect(navigate.mock.calls).toMatchObject([[{ attributes: { apiName: 'MSI_Settings' }, state: { c__page: 'profile' } }]]);
    });

    it('says what waits before it disconnects anything', async () => {
        const calls = serve({});
        const element = status({ waitingEmails: 2 });
        await ask(element);
        expect(words(element)).toContain('Disconnect rae@acme.example?');
        expect(words(element)).toContain('2 sales emails wait for this mailbox.');
        labelled(element, 'Cancel').click();
        await until(() => !find(element, '[role="alertdialog"]'));
        expect(calls).toEqual([]);
    });

    it('disconnects when that is confirmed', async () => {
        const calls = serve({ [PATH]: new Answer(204) });
        const element = status();
        const disconnects = heard(element, 'disconnected');
        await ask(element);
        labelled(element, 'Disconnect Mailbox').click();
        await until(() => disconnects.length === 1);
        expect(calls.map(({ path }) => path)).toEqual([`/email-connections/${connection().id}`]);
    });

    it('keeps the question open with the sentence when disconnecting fails', async () => {
        serve({ [PATH]: problem(502, 'mailbox_unavailable', 'Google does not answer.') });
        const element = status();
        await ask(element);
        labelled(element, 'Disconnect Mailbox').click();
        await until(() => find(element, 'c-error-panel', '.title')?.textContent === 'Google does not answer.');
    });
});
