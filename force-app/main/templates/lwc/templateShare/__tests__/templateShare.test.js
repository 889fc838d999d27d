import TemplateShare from 'c/templateShare';
import { find, fire, heard, labelled, show, until, words } from '../../../../../test/page';
import { template, templateCategory, templateDirectory, templateRow } from '../../../../../test/seed';
import { problem, serve } from '../../../../../test/service';

const west = { id: '1', name: 'West' };
const north = { id: '2', name: 'North' };
const closed = templateCategory({ mayShareInto: false });
const openCategory = templateCategory({ id: '9', name: 'Sales' });

const open = (row = templateRow(), directory = templateDirectory({ teams: [west] })) =>
    show('c-template-share', TemplateShare, { row, directory });

describe('the window for sharing', () => {
    it('shares with teams, and leaves those that others have shared it with', async () => {
        const element = open(templateRow({ sharedWith: { everyone: false, teams: [north] } }));
        const teams = find(element, 'c-template-teams');
        expect(teams.teams).toEqual([west, north]);
        const closes = heard(element, 'modalclose');
        fire(teams, 'audience', { everyone: false, teamIds: ['1', '2'] });
        const calls = serve({ 'PUT /templates/{id}/sharing': template() });
        await until(() => !labelled(element, 'Save').disabled);
        fire(labelled(element, 'Save'), 'click');
        await until(() => closes.length === 1);
        expect(calls[0].body).toEqual({ everyone: false, teamIds: ['1', '2'] });
    });

    it('says before Save who may not share into a category, and offers another one', async () => {
        const element = open(templateRow(), templateDirectory({ categories: [closed, openCategory] }));
        fire(find(element, 'c-template-teams'), 'audience', { everyone: true, teamIds: ['1'] });
        await until(() => words(element).includes('You may not share into General.'));
        expect(labelled(element, 'Save').disabled).toBe(true);
        fire(find(element, 'lightning-select'), 'change', { value: '9' });
        await until(() => !labelled(element, 'Save').disabled);
        const calls = serve({ 'PUT /templates/{id}/sharing': problem(403, 'template_sharing_restricted', 'Only admins can share.') });
        fire(labelled(element, 'Save'), 'click');
        await until(() => find(element, 'c-error-panel'));
        expect(calls[0].body).toEqual({ everyone: true, teamIds: [], categoryId: '9' });
    });

    it('can always be taken back', async () => {
        const element = open(templateRow({ sharedWith: { everyone: true, teams: [] } }), templateDirectory({ categories: [closed] }));
        fire(find(element, 'c-template-teams'), 'audience', { everyone: false, teamIds: [] });
        const stop = await until(() => labelled(element, 'Stop Sharing'));
        expect(stop.disabled).toBe(false);
    });
});
