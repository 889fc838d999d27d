import MsiConfirm from 'c/msiConfirm';
import MsiDeactivate from 'c/msiDeactivate';
import MsiUsers from 'c/msiUsers';
import { show } from '../../../../../test/page';
import { problem, serve as answerWith } from '../../../../../test/service';
/** @import { User, UserList } from 'service' */
/** @import { Routes } from '../../../../../test/answers' */
/** @import { Call } from '../../../../../test/service' */

jest.mock('@salesforce/customPermission/Administer_Sales_Actions', () => ({ default: true }), { virtual: true });

/** @type {(id: string, name: string, change?: Partial<User>) => User} */
const user = (id, name, change) => ({
    id,
    email: `${name.split(' ')[0].toLowerCase()}@acme.example`,
    name,
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
    activatedAt: null,
    ...change
});
const rae = user('1', 'Rae Ortiz');
const noor = user('2', 'Noor Haddad', { state: 'invited' });

/** @type {(users: User[], change?: Partial<UserList>) => UserList} */
const list = (users, change) => ({ users, meId: '9', mailboxTroubles: [], apiAccessCheckedAt: null, ...change });

/** Lets what was promised happen and be drawn: a timer comes after every promise. */
// eslint-disable-next-line @lwc/lwc/no-async-operation
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

/** @type {Call[]} */
let made = [];
const calls = () => made.map(({ method, path }) => `${method} ${path}`);
/** The service from now on; what was asked before is forgotten. @param {Routes} routes */
function serve(routes) {
    made = answerWith(routes);
}

async function open() {
    const element = show('c-msi-users', MsiUsers);
    await settled();
    return element;
}

const rows = ({ shadowRoot }) => [...shadowRoot.querySelectorAll('c-msi-user-row')];
const names = (element) => rows(element).map((row) => row.user.name);
const fire = async (target, name, detail) => {
    target.dispatchEvent(new CustomEvent(name, { detail }));
    await settled();
};

describe('the Users page', () => {
    beforeEach(() => {
        serve({ 'GET /users': list([rae, noor]) });
    });

    it('lists everybody', async () => {
        expect(names(await open())).toEqual(['Rae Ortiz', 'Noor Haddad']);
    });

    it('finds people by name or address, and says when there are none', async () => {
        const element = await open();
        const search = element.shadowRoot.querySelector('lightning-input');

        await fire(search, 'change', { value: 'NOOR@' });
        expect(names(element)).toEqual(['Noor Haddad']);

        await fire(search, 'change', { value: 'zzz' });
        expect(names(element)).toEqual([]);
        expect(element.shadowRoot.querySelector('p[role="status"]').textContent).toBe('Nobody matches zzz.');
    });

    it('deactivates only after a yes, and shows the new state at once', async () => {
        const element = await open();
        serve({ 'POST /users/{id}/deactivation': { ...rae, state: 'deactivated' } });

        MsiDeactivate.open = jest.fn().mockResolvedValue(undefined);
        await fire(rows(element)[0], 'deactivate', { user: rae });
        expect(calls()).toEqual([]);

        MsiDeactivate.open.mockResolvedValue(true);
        await fire(rows(element)[0], 'deactivate', { user: rae });
        expect(MsiDeactivate.open).toHaveBeenLastCalledWith(expect.objectContaining({ person: 'Rae Ortiz' }));
        expect(calls()).toEqual(['POST /users/1/deactivation']);
        expect(rows(element)[0].user.state).toBe('deactivated');
    });

    it('gives the focus back to the menu of whoever was changed, and to the search when the row has gone', async () => {
        const element = await open();
        serve({ 'POST /users/{id}/deactivation': { ...rae, state: 'deactivated' }, 'POST /users/{id}/reactivation': rae });
        MsiDeactivate.open = jest.fn().mockResolvedValue(true);
        const menu = rows(element)[0].shadowRoot.querySelector('lightning-button-menu');
        const search = element.shadowRoot.querySelector('lightning-input');
        menu.focus = jest.fn();
        search.focus = jest.fn();
        await fire(rows(element)[0], 'deactivate', { user: rae });
        expect(menu.focus).toHaveBeenCalledTimes(1);

        await fire(element.shadowRoot.querySelector('lightning-select'), 'change', { value: 'deactivated' });
        await fire(rows(element)[0], 'reactivate', { user: rae });
        expect(search.focus).toHaveBeenCalledTimes(1);
    });

    it('keeps the list when a change is refused, and says why', async () => {
        const element = await open();
        serve({ 'POST /users/{id}/reactivation': problem(409, 'no_seat_left', 'All 100 seats are taken.') });
        await fire(rows(element)[0], 'reactivate', { user: rae });

        expect(element.shadowRoot.querySelector('c-error-panel').error.message).toBe('All 100 seats are taken.');
        expect(names(element)).toEqual(['Rae Ortiz', 'Noor Haddad']);
    });

    it('sends an invitation again and says so', async () => {
        const element = await open();
        serve({ 'POST /users/{id}/invitation': noor });
        const toast = jest.fn();
        element.addEventListener('lightning__showtoast', toast);
        await fire(rows(element)[1], 'resend', { user: noor });

        expect(calls()).toEqual(['POST /users/2/invitation']);
        expect(toast.mock.calls[0][0].detail.title).toBe('The invitation to noor@acme.example is being sent again.');
    });

    it('makes a rep an admin at once, and says what Salesforce needs besides', async () => {
        const element = await open();
        serve({ 'PUT /users/{id}/role': { ...rae, role: 'admin' } });
        const toast = jest.fn();
        element.addEventListener('lightning__showtoast', toast);
        await fire(rows(element)[0], 'makeadmin', { user: rae });

        expect(made[0].body).toEqual({ role: 'admin' });
        expect(rows(element)[0].user.role).toBe('admin');
        expect(toast.mock.calls[0][0].detail.title).toContain('permission set MSI Actions Admin');
    });

    it('makes an admin a rep only after a yes, and keeps the last one with the reason', async () => {
        const admin = user('1', 'Rae Ortiz', { role: 'admin' });
        serve({ 'GET /users': list([admin, noor]) });
        const element = await open();
        serve({ 'PUT /users/{id}/role': problem(409, 'last_admin', 'The last admin stays one.') });

        MsiConfirm.open = jest.fn().mockResolvedValue(false);
        await fire(rows(element)[0], 'makerep', { user: admin });
        expect(calls()).toEqual([]);

        MsiConfirm.open.mockResolvedValue(true);
        await fire(rows(element)[0], 'makerep', { user: admin });
        const heading = 'Make Rae Ortiz a rep?';
        expect(MsiConfirm.open).toHaveBeenLastCalledWith(expect.objectContaining({ label: heading, heading }));
        expect(calls()).toEqual(['PUT /users/1/role']);
        const panel = element.shadowRoot.querySelector('c-error-panel');
        expect([panel.error.message, panel.noRetry]).toEqual(['The last admin stays one.', true]);
        expect(rows(element)[0].user.role).toBe('admin');
    });

    it('closes the page to an admin who gave up the own role', async () => {
        const admin = user('1', 'Rae Ortiz', { role: 'admin' });
        serve({ 'GET /users': list([admin, noor]) });
        const element = await open();
        serve({
            'PUT /users/{id}/role': rae,
            'GET /users': problem(403, 'admins_only', 'Only an admin can do this.')
        });
        MsiConfirm.open = jest.fn().mockResolvedValue(true);
        await fire(rows(element)[0], 'makerep', { user: admin });

        expect(element.shadowRoot.querySelector('h3').textContent).toBe('This page is for admins.');
    });

    it('says in the row when an invitation can be sent again', async () => {
        const element = await open();
        const retryAt = '2026-11-28T09:00:00.000Z';
        serve({ 'POST /users/{id}/invitation': problem(429, 'letter_quota_reached', 'Enough for today.', { retryAt }) });
        await fire(rows(element)[1], 'resend', { user: noor });

        expect(rows(element)[1].retryAt).toBe(retryAt);
        expect(element.shadowRoot.querySelector('c-error-panel').error.message).toBe('Enough for today.');
    });

    it('shows the new people after inviting', async () => {
        const element = await open();
        serve({ 'GET /users': list([rae, noor, user('3', 'Sam Blake', { state: 'invited' })]) });
        await fire(element.shadowRoot.querySelector('c-msi-user-tools'), 'listchange');

        expect(names(element)).toContain('Sam Blake');
    });

    it('is narrowed to those who need attention, who have not activated and who are deactivated', async () => {
        const sam = user('3', 'Sam Blake', { salesforce: 'api_disabled' });
        const kim = user('4', 'Kim Larsen', { state: 'deactivated', salesforce: 'api_disabled' });
        const lee = user('5', 'Lee Wu', { mailbox: { provider: 'google', address: 'lee@acme.example', state: 'connected' } });
        serve({ 'GET /users': list([rae, noor, sam, kim, lee], { mailboxTroubles: [{ userId: '5', kind: 'full' }] }) });
        const element = await open();
        const choose = async (value) => {
            await fire(element.shadowRoot.querySelector('lightning-select'), 'change', { value });
            return names(element);
        };

        expect(await choose('attention')).toEqual(['Sam Blake', 'Lee Wu']);
        expect(await choose('waiting')).toEqual(['Noor Haddad']);
        expect(await choose('active')).toEqual(['Rae Ortiz', 'Sam Blake', 'Lee Wu']);
        expect(await choose('deactivated')).toEqual(['Kim Larsen']);
        serve({ 'GET /users': list([rae]) });
        await fire(element.shadowRoot.querySelector('c-msi-user-tools'), 'listchange');
        expect(element.shadowRoot.querySelector('p[role="status"]').textContent).toBe('Nobody in this list.');
    });

    it('marks the admin who looks, and the only admin', async () => {
        const admin = user('1', 'Rae Ortiz', { role: 'admin' });
        serve({ 'GET /users': list([admin, noor], { meId: '1' }) });
        const element = await open();

        expect(rows(element).map(({ isMe, isOnlyAdmin }) => [isMe, isOnlyAdmin])).toEqual([
            [true, true],
            [false, false]
        ]);
    });

    it('says that Salesforce is being asked until the service says that it is over', async () => {
        const element = await open();
        const status = () => element.shadowRoot.querySelector('p[role="status"]').textContent;
        const tools = element.shadowRoot.querySelector('c-msi-user-tools');

        await fire(tools, 'checkasked', '2026-11-28T09:00:00.000Z');
        expect(status()).toContain('Checking everyone');
        serve({ 'GET /users': list([rae], { apiAccessCheckedAt: '2026-11-28T09:00:01.000Z' }) });
        await fire(tools, 'listchange');
        expect(status()).toBe('');
    });

    it('tells people who are not admins whom to ask', async () => {
        serve({ 'GET /users': problem(403, 'admins_only', 'Only an admin can do this.') });
        const { shadowRoot } = await open();

        expect(shadowRoot.querySelector('h3').textContent).toBe('This page is for admins.');
        expect(shadowRoot.querySelector('c-error-panel')).toBeNull();
    });

    it('loads again after a failure', async () => {
        serve({ 'GET /users': problem(500, 'unexpected', 'The service is being updated.') });
        const element = await open();
        const panel = element.shadowRoot.querySelector('c-error-panel');
        expect(panel.error.message).toBe('The service is being updated.');

        serve({ 'GET /users': list([rae]) });
        await fire(panel, 'retry');
        expect(names(element)).toEqual(['Rae Ortiz']);
    });

    it('of an org without users says so and offers to invite', async () => {
        serve({ 'GET /users': list([]) });
        const { shadowRoot } = await open();

        expect(shadowRoot.textContent).toContain('Nobody has been invited yet.');
        expect(shadowRoot.querySelector('c-msi-user-tools')).not.toBeNull();
    });
});
