import MsiConfirm from 'c/msiConfirm';
import TemplateMenu from 'c/templateMenu';
import TemplateShare from 'c/templateShare';
import { find, findAll, fire, heard, show, until } from '../../../../../test/page';
import { template, templateDirectory, templateRow } from '../../../../../test/seed';
import { Answer, problem, serve } from '../../../../../test/service';

const open = (row = templateRow(), properties = {}) =>
    show('c-template-menu', TemplateMenu, { row, directory: templateDirectory(), ...properties });
const items = (element) => findAll(element, 'lightning-menu-item').map(({ label }) => label);
const choose = (element, value) => fire(find(element, 'lightning-button-menu'), 'select', { value });

describe('the menu of a template', () => {
    it('offers what its user may do with it', () => {
        expect(items(open())).toEqual(['Edit', 'Share…', 'Clone', 'Archive', 'Delete…']);
        expect(items(open(templateRow({ canEdit: false })))).toEqual(['Open', 'Clone']);
        expect(items(open(templateRow({ isArchived: true })))).toEqual(['Open', 'Restore…', 'Delete…']);
        expect(items(open(templateRow(), { isOpen: true }))).toEqual(['Share…', 'Clone', 'Archive', 'Delete…']);
    });

    it('waits for words that are not saved', () => {
        const menu = find(open(templateRow(), { isBlocked: true }), 'lightning-button-menu');
        expect(menu.disabled).toBe(true);
        expect(menu.alternativeText).toBe('Save or discard your changes first');
    });

    it('deletes only after a yes to what goes with it', async () => {
        const element = open(templateRow({ sent: 12, sharedWith: { everyone: true, teams: [] } }));
        const done = heard(element, 'done');
        const calls = serve({ 'DELETE /templates/{id}': new Answer(204) });
        MsiConfirm.open = jest.fn().mockResolvedValue(false);
        choose(element, 'remove');
        await until(() => jest.mocked(MsiConfirm.open).mock.calls.length === 1);
        expect(jest.mocked(MsiConfirm.open).mock.calls[0][0]).toMatchObject({
            heading: 'Delete the template Pricing?',
            consequences: [
                'Nobody it is shared with can use it any more.',
                'Its statistics of 12 emails go with it. The emails stay.',
                'A deleted template cannot be brought back. To keep its statistics, archive it.'
            ],
            confirmLabel: 'Delete Template'
        });
        expect(calls).toEqual([]);
        jest.mocked(MsiConfirm.open).mockResolvedValue(true);
        choose(element, 'remove');
        await until(() => done.length === 1);
        expect(done).toEqual([{ what: 'deleted', id: templateRow().id }]);
    });

    it('clones, and tells the id of the copy', async () => {
        const element = open();
        const done = heard(element, 'done');
        serve({ 'POST /templates/{id}/clone': new Answer(201, template({ id: '9' })) });
        choose(element, 'copy');
        await until(() => done.length === 1);
        expect(done).toEqual([{ what: 'copied', id: '9' }]);
    });

    it('tells what the service refused', async () => {
        const element = open();
        const problems = heard(element, 'problem');
        serve({ 'POST /templates/{id}/archive': problem(404, 'not_found', 'This template does not exist.') });
        choose(element, 'archive');
        await until(() => problems.length === 1);
        expect(problems[0].message).toBe('This template does not exist.');
    });

    it('says nothing when a window was left', async () => {
        const element = open();
        const done = heard(element, 'done');
        TemplateShare.open = jest.fn().mockResolvedValue(undefined);
        choose(element, 'share');
        await until(() => jest.mocked(TemplateShare.open).mock.calls.length === 1);
        serve({ 'POST /templates/{id}/clone': new Answer(201, template({ id: '9' })) });
        choose(element, 'copy');
        await until(() => done.length > 0);
        expect(done).toEqual([{ what: 'copied', id: '9' }]);
    });
});
