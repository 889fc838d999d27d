import TemplateTools from 'c/templateTools';
import { find, findAll, fire, heard, show, until } from '../../../../../test/page';
import { problem, serve } from '../../../../../test/service';
/** @import { User } from 'service' */

/** @type {(id: string, name: string, change?: Partial<User>) => User} */
const user = (id, name, change) => ({
    id,
    name,
    email: `${id}@acme.example`,
    role: 'rep',
    state: 'activated',
    invitedAt: '2026-01-05T09:00:00Z',
    invitationSentAt: '2026-01-05T09:00:00Z',
    invitationError: null,
    isInvitationExpired: false,
    activatedAt: '2026-01-05T09:00:00Z',
    lastActiveAt: null,
    mailbox: null,
    salesforce: 'connected',
    endedAccess: null,
    ...change
});
const selects = (element) => findAll(element, 'lightning-select').map(({ label }) => label);

describe('c-template-tools', () => {
    it('searches once for what was typed in one go, with the blanks that were typed', async () => {
        const element = show('c-template-tools', TemplateTools);
        const filters = heard(element, 'filter');
        const search = find(element, 'lightning-input');
        fire(search, 'change', { value: 'se' });
        fire(search, 'change', { value: 'seats ' });
        await until(() => filters.length > 0);
        expect(filters).toEqual([{ search: 'seats ', sort: 'name', asUserId: '' }]);
    });

    it('leaves the category for what is archived, which is in none', () => {
        const element = show('c-template-tools', TemplateTools, { place: { view: 'all', categoryId: '1' } });
        const places = heard(element, 'place');
        const view = find(element, 'lightning-select');
        fire(view, 'change', { value: 'mine' });
        fire(view, 'change', { value: 'archived' });
        expect(places).toEqual([
            { view: 'mine', categoryId: '1' },
            { view: 'archived', categoryId: undefined }
        ]);
    });

    it('lets admins look at the list of another active user, and works without when the users cannot be read', async () => {
        const others = [user('2', 'Sam Blake'), user('3', 'Kim Larsen', { state: 'deactivated' })];
        serve({ 'GET /users': { users: [user('1', 'Avery Stone'), ...others], meId: '1', mailboxTroubles: [], apiAccessCheckedAt: null } });
        const element = show('c-template-tools', TemplateTools, { isAdmin: true });
        const filters = heard(element, 'filter');
        await until(() => selects(element).includes('View as'));
        const people = findAll(element, 'lightning-select').at(-1);
        expect(people.options).toEqual([
            { value: '', label: 'Me' },
            { value: '2', label: 'Sam Blake' }
        ]);
        fire(people, 'change', { value: '2' });
        expect(filters[0].asUserId).toBe('2');

        const calls = serve({ 'GET /users': problem(403, 'admins_only', 'Only an admin can do this.') });
        const without = show('c-template-tools', TemplateTools, { isAdmin: true });
        await until(() => calls.length === 1);
        expect(selects(without)).toEqual(['Show', 'Sort by']);
    });
});
