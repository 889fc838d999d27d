import MsiTeamName from 'c/msiTeamName';
import { find, fire, labelled, show, until } from '../../../../../test/page';
import { problem, serve } from '../../../../../test/service';

const west = { id: '1', name: 'West', memberCount: 2 };

function open(/** @type {{ team?: typeof west }} */ properties = {}) {
    const element = show('c-msi-team-name', MsiTeamName, properties);
    const field = find(element, 'lightning-input');
    field.checkValidity = () => true;
    field.reportValidity = () => field.value !== '';
    const close = jest.fn();
    Object.assign(element, { close });
    return { element, field };
}

describe('the name of a team', () => {
    it('is sent without blanks around it', async () => {
        const calls = serve({ 'POST /teams': west });
        const { element, field } = open();
        fire(field, 'change', { value: '  West ' });
        fire(labelled(element, 'Create Team'), 'click');
        await until(() => calls.length === 1);
        expect(calls[0]?.body).toEqual({ name: 'West' });
    });

    it('is needed', async () => {
        const calls = serve({ 'POST /teams': west });
        const { element, field } = open();
        fire(field, 'change', { value: '   ' });
        fire(labelled(element, 'Create Team'), 'click');
        await until(() => field.value === '');
        expect(calls).toEqual([]);
    });

    it('changes for the team given, and a name that is taken says so and stays', async () => {
        const calls = serve({ 'PATCH /teams/{id}': problem(409, 'team_name_taken', 'There is a team North already.') });
        const { element, field } = open({ team: west });
        expect(field.value).toBe('West');
        fire(field, 'change', { value: 'North' });
        fire(labelled(element, 'Save'), 'click');
        const panel = await until(() => find(element, 'c-error-panel'));
        expect(panel.error.message).toBe('There is a team North already.');
        expect(calls[0]?.path).toBe('/teams/1');
        expect(field.value).toBe('North');
    });
});
