import MsiUserRow from 'c/msiUserRow';
import { show } from '../../../../../test/page';
/** @import { User } from 'service' */

/** @type {User} */
const rae = {
    id: 'a5f1ad40-0d1b-4a53-8d49-8f3a2d4ef111',
    email: 'rae@acme.example',
    name: 'Rae Ortiz',
    role: 'rep',
    state: 'activated',
    mailbox: null,
    salesforce: 'connected',
    lastActiveAt: null,
    invitedAt: '2026-11-20T09:00:00.000Z',
    invitationSentAt: '2026-11-20T09:00:05.000Z',
    invitationError: null,
    isInvitationExpired: false,
    endedAccess: null,
    activatedAt: '2026-11-20T10:00:00.000Z'
};
/** @type {(state: NonNullable<User['mailbox']>['state']) => User['mailbox']} */
const mailbox = (state) => ({ provider: 'google', address: 'rae@acme.example', state });

/** @param {Partial<User>} [change] @param {import('../../../../../test/answers').Properties<MsiUserRow>} [more] */
const draw = (change, more = {}) => show('c-msi-user-row', MsiUserRow, { user: { ...rae, ...change }, ...more });

const items = (root) => [...root.querySelectorAll('lightning-menu-item')].map(({ value }) => value);

describe('a user', () => {
    it.each([
        ['Invited', { state: 'invited' }],
        ['Invitation expired', { state: 'invited', isInvitationExpired: true }],
        ['Activated', {}],
        ['Mailbox connected', { mailbox: mailbox('connected') }],
        ['Mailbox needs reconnecting', { mailbox: mailbox('reconnect_required') }],
        ['No API access', { salesforce: 'api_disabled', mailbox: mailbox('connected') }],
        ['Salesforce needs reconnecting', { salesforce: 'reconnect_required' }],
        ['Deactivated', { state: 'deactivated', mailbox: mailbox('connected') }]
    ])('shows in a word how far they are: %s', (word, change) => {
        const { shadowRoot } = draw(change);

        expect(shadowRoot.querySelector('lightning-badge').label).toBe(word);
    });

    it.each([
        ['invited', 'rep', ['resend', 'makeadmin', 'deactivate']],
        ['activated', 'rep', ['makeadmin', 'deactivate']],
        ['activated', 'admin', ['makerep', 'deactivate']],
        ['deactivated', 'admin', ['reactivate']]
    ])('offers what makes sense: %s %s', (state, role, expected) => {
        expect(items(draw({ state, role }).shadowRoot)).toEqual(expected);
    });

    it.each([
        ['blocked', 'Mailbox blocked', 'blocks this mailbox'],
        ['full', 'Mailbox full', 'make room'],
        ['silent', 'Replies not detected', 'may be missing']
    ])('names the trouble of a mailbox that is connected: %s', (trouble, word, sentence) => {
        const { shadowRoot } = draw({ mailbox: mailbox('connected') }, { trouble });

        expect(shadowRoot.querySelector('lightning-badge').label).toBe(word);
        expect(shadowRoot.querySelector('.problem').textContent).toContain(sentence);
    });

    it('does not offer to deactivate oneself, nor to take the role of the last admin', () => {
        expect(items(draw({ role: 'admin' }, { isMe: true }).shadowRoot)).toEqual(['makerep']);
        const { shadowRoot } = draw({ role: 'admin' }, { isMe: true, isOnlyAdmin: true });
        expect(shadowRoot.querySelector('lightning-button-menu')).toBeNull();
        expect(shadowRoot.querySelector('.name').textContent).toBe('Rae Ortiz (you)');
    });

    it('does not shout a deactivation: its badge has the colours of any other', () => {
        expect(draw({ state: 'deactivated' }).shadowRoot.querySelector('lightning-badge').className).toBe('');
    });

    it('says when somebody was last here, or that nobody knows of a time', () => {
        const last = (root) => root.querySelector('.last');
        const { shadowRoot } = draw({ lastActiveAt: new Date(Date.now() - 2 * 3_600_000 - 60_000).toISOString() });
        expect(last(shadowRoot).querySelector('c-relative-time').shadowRoot.textContent).toBe('Active 2 hours ago');
        expect(last(draw().shadowRoot).textContent).toBe('No activity yet');
    });

    it('says in the row when a refused invitation can be sent again', () => {
        const element = draw({ state: 'invited' });
        element.retryAt = new Date(Date.now() + 5 * 3_600_000 + 60_000).toISOString();

        return Promise.resolve().then(() => {
            const time = element.shadowRoot.querySelector('.who c-relative-time');
            expect(time.shadowRoot.textContent).toBe('You can send the invitation again in 5 hours.');
        });
    });

    it('tells the admin that the invitation did not leave, instead of waiting silently', () => {
        const { shadowRoot } = draw({ state: 'invited', invitationSentAt: null, invitationError: 'Mailbox unknown' });

        expect(shadowRoot.querySelector('.problem').textContent).toBe('The invitation could not be sent: Mailbox unknown');
    });

    it('says when the newest invitation left, also after it was sent again', () => {
        const { shadowRoot } = draw({ state: 'invited', invitationSentAt: new Date().toISOString() });

        expect(shadowRoot.querySelector('.last c-relative-time').shadowRoot.textContent).toBe('Invitation sent now');
    });

    it('without a name goes by the address', () => {
        const { shadowRoot } = draw({ name: null });

        expect(shadowRoot.querySelector('.who').textContent).toBe('rae@acme.example');
    });

    it('hands itself to the page with what was chosen', () => {
        const element = draw({ state: 'invited' });
        const handler = jest.fn();
        element.addEventListener('resend', handler);
        element.shadowRoot.querySelector('lightning-button-menu').dispatchEvent(new CustomEvent('select', { detail: { value: 'resend' } }));

        expect(handler.mock.calls[0][0].detail.user.id).toBe(rae.id);
    });
});
