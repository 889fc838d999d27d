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
    invitedAt: '2026-11-20T09:00:00.000Z',
    invitationSentAt: '2026-11-20T09:00:05.000Z',
    invitationError: null,
    isInvitationExpired: false,
    endedAccess: null,
    activatedAt: '2026-11-20T10:00:00.000Z'
};
/** @type {(state: NonNullable<User['mailbox']>['state']) => User['mailbox']} */
const mailbox = (state) => ({ provider: 'google', address: 'rae@acme.example', state });

/** @param {Partial<User>} [change] */
const draw = (change) => show('c-msi-user-row', MsiUserRow, { user: { ...rae, ...change } });

const items = (root) => [...root.querySelectorAll('lightning-menu-item')].map(({ value }) => value);

describe('a user', () => {
    it.each([
        ['Invited', { state: 'invited' }],
        ['Invitation expired', { state: 'invited', isInvitationExpired: true }],
        ['Activated', {}],
        ['Mailbox connected', { mailbox: mailbox('connected') }],
        ['Mailbox needs reconnecting', { mailbox: mailbox('reconnect_required') }],
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

        expect(shadowRoot.querySelector('.slds-text-color_error').textContent).toBe('The invitation could not be sent: Mailbox unknown');
    });

    it('says since when somebody is invited, in one sentence', () => {
        const { shadowRoot } = draw({ state: 'invited', invitedAt: new Date().toISOString() });

        expect(shadowRoot.querySelector('.since c-relative-time').shadowRoot.textContent).toBe('Invited now');
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
