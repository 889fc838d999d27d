import MsiTeam from 'c/msiTeam';
import { find, findAll, fire, heard, labelled, show, until, words } from '../../../../../test/page';
import { problem, serve } from '../../../../../test/service';
/** @import { TeamPage, User, UserList } from 'service' */

/** @type {(id: string, name: string, state?: User['state']) => User} */
const user = (id, name, state = 'activated') => ({
    id,
    email: `${name.split(' ')[0].toLowerCase()}@acme.example`,
    name,
    role: 'rep',
    state,
    mailbox: null,
    salesforce: 'connected',
    lastActiveAt: null,
    invitedAt: '2026-11-20T09:00:00.000Z',
    invitationSentAt: null,
    invitationError: null,
    isInvitationExpired: false,
    endedAccess: null,
    activatedAt: null
});
const rae = user('11', 'Rae Ortiz');
const noor = user('12', 'Noor Haddad', 'invited');
const gone = user('13', 'Gus Gone', 'deactivated');
/** @type {UserList} */
const users = { users: [rae, noor, gone], meId: '9', mailboxTroubles: [], apiAccessCheckedAt: null };
/** @type {(...members: User[]) => TeamPage} */
const team = (...members) => ({
    id: '1',
    name: 'West',
    memberCount: members.filter(({ state }) => state !== 'deactivated').length,
    members: members.map(({ id: userId, name, email, state }) => ({ userId, name, email, state }))
});

async function open(/** @type {TeamPage} */ page) {
    serve({ 'GET /teams/{id}': page, 'GET /users': users });
    const element = show('c-msi-team', MsiTeam, { teamId: '1' });
    await until(() => find(element, 'h3'));
    return element;
}
const type = async (element, value) => {
    fire(find(element, 'lightning-input'), 'change', { value });
    await Promise.resolve();
};
const addable = (element) => findAll(element, '[data-add]').map(({ alternativeText }) => alternativeText);
const removable = (element) => findAll(element, '[data-remove]').map(({ alternativeText }) => alternativeText);
const status = (element) => find(element, 'p[role="status"]').textContent;

describe('the members of a team', () => {
    it('shows who is in it, and who of them has no access any more', async () => {
        const element = await open(team(rae, noor, gone));
        expect(find(element, 'c-msi-page').heading).toBe('West');
        expect(removable(element)).toEqual(['Rae Ortiz', 'Noor Haddad', 'Gus Gone'].map((name) => `Remove ${name} from the team`));
        expect(findAll(element, 'lightning-badge').map(({ label }) => label)).toEqual(['Invited', 'Deactivated']);
        expect(words(element)).toContain('2 members');
        await expect(element).toBeAccessible();
    });

    it('offers those who are invited or active and not in it yet', async () => {
        const element = await open(team(rae));
        expect(words(element)).toContain('1 member');
        await type(element, 'ACME.example');
        expect(addable(element)).toEqual(['Add Noor Haddad']);
        await type(element, 'gus');
        expect(addable(element)).toEqual([]);
        expect(status(element)).toBe('No other user matches gus.');
    });

    it('adds and removes at once, and says so', async () => {
        const element = await open(team(rae));
        const calls = serve({
            'PUT /teams/{id}/members/{userId}': team(rae, noor),
            'DELETE /teams/{id}/members/{userId}': team(noor)
        });
        await type(element, 'noor');
        fire(find(element, '[data-add="12"]'), 'click');
        await until(() => removable(element).length === 2);
        await until(() => status(element) === 'Noor Haddad is in the team now.');
        expect(addable(element)).toEqual([]);
        fire(find(element, '[data-remove="11"]'), 'click');
        await until(() => status(element) === 'Rae Ortiz is not in the team any more.');
        expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual(['PUT /teams/1/members/12', 'DELETE /teams/1/members/11']);
    });

    it('keeps the members when a change is refused, and says why', async () => {
        const element = await open(team(rae));
        serve({ 'DELETE /teams/{id}/members/{userId}': problem(404, 'not_found', 'This team does not exist any more.') });
        fire(find(element, '[data-remove="11"]'), 'click');
        const panel = await until(() => find(element, 'c-error-panel'));
        expect(panel.error.message).toBe('This team does not exist any more.');
        expect(removable(element).length).toBe(1);
    });

    it('says when nobody is in it, and leads back', async () => {
        const element = await open(team());
        expect(words(element)).toContain('Nobody is in this team yet.');
        const left = heard(element, 'back');
        fire(labelled(element, 'All Teams'), 'click');
        expect(left.length).toBe(1);
    });
});
