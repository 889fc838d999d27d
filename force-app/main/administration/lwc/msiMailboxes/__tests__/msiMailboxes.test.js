import MsiMailboxes from 'c/msiMailboxes';
import { find, findAll, labelled, show, until, words } from '../../../../../test/page';
import { problem, serve } from '../../../../../test/service';
/** @import { MailboxHealth } from 'service' */
/** @import { Given } from '../../../../../test/answers' */

/** @type {(id: string, userName: string | null, changes?: Partial<MailboxHealth>) => MailboxHealth} */
const mailbox = (id, userName, changes) => ({
    id,
    userId: '77777777-7777-4777-8777-777777777777',
    userName,
    address: `${id}@acme.example`,
    provider: 'google',
    state: 'connected',
    stateReason: null,
    watch: 'watching',
    lastAliveAt: '2026-01-05T09:00:00Z',
    pushExpiresAt: '2026-01-09T09:00:00Z',
    found: { byPush: 41, byPoll: 2, byReconcile: 1 },
    waitingEmails: 0,
    trouble: null,
    ...changes
});
/** @param {Given<'GET /mailboxes'>} answer */
async function open(answer) {
    const calls = serve({ 'GET /mailboxes': answer });
    const element = show('c-msi-mailboxes', MsiMailboxes);
    await until(() => !find(element, 'c-msi-page').isLoading);
    return { element, calls };
}

describe('c-msi-mailboxes', () => {
    it('puts what needs somebody on top, and counts what is silent', async () => {
        const { element } = await open({
            mailboxes: [
                mailbox('rae', 'Rae Ortiz'),
                mailbox('sam', 'Sam Blake', { state: 'reconnect_required' }),
                mailbox('kim', 'Kim Larsen', { state: 'disconnected', watch: 'off' }),
                mailbox('noor', 'Noor Haddad', { watch: 'silent' }),
                mailbox('team', null, { provider: 'smtp', watch: 'off', lastAliveAt: null, pushExpiresAt: null })
            ]
        });
        expect(findAll(element, 'tbody th').map(({ textContent }) => textContent)).toEqual([
            'Noor Haddad',
            'Sam Blake',
            'Rae Ortiz',
            'Unknown',
            'Kim Larsen'
        ]);
        expect(findAll(element, 'lightning-badge').map(({ label }) => label)).toEqual([
            'No updates',
            'Mailbox needs reconnecting',
            'Up to date',
            'Sends only',
            'Disconnected'
        ]);
        expect(words(element)).toContain('1 mailbox sends no updates: its replies show up late.');
        expect(words(element)).toContain('41 by notification, 2 by regular check, 1 by full check');
        expect(words(element)).toContain("Team's mail server");
    });

    it('says that nobody has connected one', async () => {
        const { element } = await open({ mailboxes: [] });
        expect(words(element)).toContain('Nobody has connected a mailbox yet.');
    });

    it('can be read again', async () => {
        const { element, calls } = await open({ mailboxes: [] });
        labelled(element, 'Refresh').click();
        await until(() => calls.length === 2);
        await until(() => !labelled(element, 'Refresh').disabled);
    });

    it('can try again when it cannot be read', async () => {
        const { element } = await open(problem(500, 'unexpected', 'The service is being updated.'));
        serve({ 'GET /mailboxes': { mailboxes: [mailbox('rae', 'Rae Ortiz')] } });
        find(element, 'c-msi-page').dispatchEvent(new CustomEvent('retry'));
        await until(() => find(element, 'lightning-badge'));
    });
});
