import MsiConfirm from 'c/msiConfirm';
import MsiTeams from 'c/msiTeams';
import NameWindow from 'c/nameWindow';
import { find, findAll, fire, heard, labelled, show, until, words } from '../../../../../test/page';
import { Answer, problem, serve } from '../../../../../test/service';
/** @import { Team, TeamList } from 'service' */

/** @type {(teams: Team[], change?: Partial<TeamList>) => TeamList} */
const list = (teams, change) => ({ teams, everyoneCount: 4, mostTeams: 20, ...change });
const west = { id: '1', name: 'West', memberCount: 2 };
const north = { id: '2', name: 'North', memberCount: 1 };

async function open(/** @type {TeamList} */ teams) {
    serve({ 'GET /teams': teams });
    const element = show('c-msi-teams', MsiTeams);
    await until(() => findAll(element, 'li').length > 0);
    return element;
}
const names = (element) => findAll(element, '[data-open]').map(({ label }) => label);
const choose = (element, id, value) => fire(find(element, `lightning-button-menu[data-id="${id}"]`), 'select', { value });

describe('the Teams page', () => {
    it('lists Everyone first, which nothing can be done to, and each team with its members', async () => {
        const element = await open(list([north, west]));
        expect(findAll(element, 'li')[0].textContent).toBe(
            'EveryoneEverybody who is invited or active is in it. It cannot be changed.4 members'
        );
        expect(findAll(element, 'li')[0].querySelector('lightning-button-menu')).toBe(null);
        expect(names(element)).toEqual(['North', 'West']);
        expect(words(element)).toContain('1 member');
        await expect(element).toBeAccessible();
    });

    it('says when there is no team, and when there can be no more', async () => {
        const element = await open(list([]));
        expect(words(element)).toContain('There is no team besides Everyone yet.');
        const full = await open(list([west], { mostTeams: 1 }));
        expect(words(full)).toContain('You can have 1 teams. Delete one to create another.');
        expect(labelled(full, 'New Team')).toBe(undefined);
    });

    it('opens a new team so that its members can be added, and says that it is there', async () => {
        const element = await open(list([]));
        const toasts = heard(element, 'lightning__showtoast');
        const calls = serve({ 'POST /teams': west });
        NameWindow.open = jest.fn(({ save }) => save('West'));
        fire(labelled(element, 'New Team'), 'click');
        const team = await until(() => find(element, 'c-msi-team'));
        expect(team.teamId).toBe('1');
        expect(calls[0]?.body).toEqual({ name: 'West' });
        expect(toasts[0].title).toBe('Team West is created. Now add its members.');
    });

    it('gives the focus back to the team that was left', async () => {
        const element = await open(list([north, west]));
        const focused = [];
        fire(find(element, '[data-open="1"]'), 'click');
        const team = await until(() => find(element, 'c-msi-team'));
        HTMLElement.prototype.focus = function focus() {
            focused.push(this.dataset?.open);
        };
        fire(team, 'back');
        await until(() => focused.length > 0);
        expect(focused).toEqual(['1']);
    });

    it('deletes only after a yes to what goes with it', async () => {
        const element = await open(list([west]));
        const calls = serve({ 'DELETE /teams/{id}': new Answer(204), 'GET /teams': list([]) });
        MsiConfirm.open = jest.fn().mockResolvedValue(false);
        choose(element, '1', 'remove');
        await until(() => jest.mocked(MsiConfirm.open).mock.calls.length === 1);
        expect(jest.mocked(MsiConfirm.open).mock.calls[0][0]).toMatchObject({
            heading: 'Delete the team West?',
            consequences: ['Its 2 members stay users of MSI Actions.', 'A deleted team cannot be brought back.'],
            confirmLabel: 'Delete Team'
        });
        expect(calls).toEqual([]);

        jest.mocked(MsiConfirm.open).mockResolvedValue(true);
        choose(element, '1', 'remove');
        await until(() => names(element).length === 0);
        expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual(['DELETE /teams/1', 'GET /teams']);
    });

    it('keeps the list when a team cannot be deleted, and says why', async () => {
        const element = await open(list([west]));
        serve({ 'DELETE /teams/{id}': problem(404, 'not_found', 'This team does not exist any more.') });
        MsiConfirm.open = jest.fn().mockResolvedValue(true);
        choose(element, '1', 'remove');
        const panel = await until(() => find(element, 'c-error-panel'));
        expect(panel.error.message).toBe('This team does not exist any more.');
        expect(names(element)).toEqual(['West']);
    });

    it('shows the new name of a team', async () => {
        const element = await open(list([west]));
        const east = { ...west, name: 'East' };
        const calls = serve({ 'GET /teams': list([east]), 'PATCH /teams/{id}': east });
        NameWindow.open = jest.fn(({ save }) => save('East'));
        choose(element, '1', 'rename');
        await until(() => names(element)[0] === 'East');
        expect(jest.mocked(NameWindow.open).mock.calls[0][0]).toMatchObject({ label: 'Rename West', name: 'West' });
        expect(calls[0]).toMatchObject({ path: '/teams/1', body: { name: 'East' } });
    });

    it('says what failed in place of the list, and reads it again', async () => {
        serve({ 'GET /teams': problem(403, 'admins_only', 'Only an admin can do this.') });
        const element = show('c-msi-teams', MsiTeams);
        const page = await until(() => find(element, 'c-msi-page')?.error && find(element, 'c-msi-page'));
        expect(page.error.code).toBe('admins_only');
        serve({ 'GET /teams': list([west]) });
        fire(page, 'retry');
        await until(() => names(element).length === 1);
    });
});
