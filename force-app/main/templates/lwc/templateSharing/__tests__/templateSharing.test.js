import TemplateGrants from 'c/templateGrants';
import TemplateSharing from 'c/templateSharing';
import { find, findAll, fire, heard, show, until, words } from '../../../../../test/page';
import { templateCategory, templateDirectory } from '../../../../../test/seed';
import { problem, serve } from '../../../../../test/service';

const open = (changes = {}) => show('c-template-sharing', TemplateSharing, { directory: templateDirectory(changes) });

describe('who may share', () => {
    it('says it of each category, and changes it in a window', async () => {
        const teams = [{ id: '1', name: 'West' }];
        const element = open({
            categories: [templateCategory(), templateCategory({ id: '2', name: 'Sales', grants: { everyone: false, teams } })],
            teams
        });
        expect(findAll(element, 'li').map(({ textContent }) => textContent)).toEqual(['GeneralOnly admins', 'SalesWest']);
        const changes = heard(element, 'directorychange');
        TemplateGrants.open = jest.fn().mockResolvedValue(templateCategory());
        fire(find(element, '[data-id="2"]'), 'click');
        await until(() => changes.length === 1);
        expect(jest.mocked(TemplateGrants.open).mock.calls[0][0]).toMatchObject({ label: 'Who may share into Sales', teams });
    });

    it('lifts the restriction, and shows what is so when that is refused', async () => {
        const element = open();
        const box = find(element, 'lightning-input');
        serve({ 'PUT /template-sharing': problem(403, 'admins_only', 'Only an admin can do this.') });
        box.checked = false;
        fire(box, 'change', { checked: false });
        await until(() => find(element, 'c-error-panel'));
        expect(box.checked).toBe(true);
        const changes = heard(element, 'directorychange');
        const calls = serve({ 'PUT /template-sharing': { restrictsSharing: false } });
        fire(box, 'change', { checked: false });
        await until(() => changes.length === 1);
        expect(calls[0].body).toEqual({ restrictsSharing: false });
        expect(words(open({ restrictsSharing: false }))).toContain('Everybody can share into every category.');
    });

    it('saves who may share into a category', async () => {
        const element = show('c-template-grants', TemplateGrants, { category: templateCategory(), teams: [] });
        const closes = heard(element, 'modalclose');
        fire(find(element, 'c-template-teams'), 'audience', { everyone: true, teamIds: ['1'] });
        const calls = serve({ 'PUT /template-categories/{id}/grants': templateCategory() });
        fire(find(element, '.next-button'), 'click');
        await until(() => closes.length === 1);
        expect(calls[0].body).toEqual({ everyone: true, teamIds: [] });
    });
});
