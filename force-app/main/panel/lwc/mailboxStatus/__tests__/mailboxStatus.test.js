import LightningModal from 'lightning/modal';
import MailboxStatus from 'c/mailboxStatus';
import { find, fire, heard, labelled, show, until, words } from '../../../../../test/page';
import { connection } from '../../../../../test/seed';
import { Answer, problem, serve } from '../../../../../test/service';

const PATH = `DELETE /email-connections/${connection().id}`;
const status = (changes) => show('c-mailbox-status', MailboxStatus, { connection: connection(changes) });
const ask = async (element) => {
    fire(find(element, 'lightning-button-menu'), 'select', { value: 'disconnect' });
    await until(() => find(element, '[role="alertdialog"]'));
};

describe('c-mailbox-status', () => {
    it('is quiet when all is well', () => {
        const element = status();
        expect(words(element)).toBe('Gmail connected');
        expect(labelled(element, 'Reconnect')).toBeUndefined();
    });

    it('offers to reconnect when the mailbox cannot be used', () => {
        const element = status({ provider: 'microsoft', state: 'reconnect_required', stateReason: 'revoked' });
        const reconnects = heard(element, 'reconnect');
        expect(words(element)).toBe('Outlook needs reconnecting');
        expect(labelled(element, 'Reconnect')).toBeDefined();
        fire(find(element, 'lightning-button-menu'), 'select', { value: 'reconnect' });
        expect(reconnects).toHaveLength(1);
    });

    it.each([
        [true, ['Signature saved']],
        [undefined, []]
    ])('opens the signature, and says so when it was saved: %s', async (result, expected) => {
        LightningModal.open = jest.fn().mockResolvedValue(result);
        const element = status();
        const toasts = heard(element, 'lightning__showtoast');
        const menu = find(element, 'lightning-button-menu');
        menu.focus = jest.fn();
        fire(menu, 'select', { value: 'signature' });
        await until(() => menu.focus.mock.calls.length === 1);
        expect(LightningModal.open.mock.calls[0][0].label).toBe('Signature');
        expect(toasts.map(({ title }) => title)).toEqual(expected);
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
        expect(calls).toHaveLength(1);
    });

    it('keeps the question open with the sentence when disconnecting fails', async () => {
        serve({ [PATH]: problem(502, 'provider_unavailable', 'Google does not answer.') });
        const element = status();
        await ask(element);
        labelled(element, 'Disconnect Mailbox').click();
        await until(() => find(element, 'c-error-panel', '.title')?.textContent === 'Google does not answer.');
    });
});
