import MsiConfirm from 'c/msiConfirm';
import NameWindow from 'c/nameWindow';
import TemplateCategories from 'c/templateCategories';
import { find, findAll, fire, heard, show, until, words } from '../../../../../test/page';
import { templateCategory, templateDirectory } from '../../../../../test/seed';
import { Answer, problem, serve } from '../../../../../test/service';
/** @import { TemplatePlace } from 'c/templatePlaces' */
/** @import { TemplateCategories as Directory, TemplateCategory } from 'service' */

/** @type {TemplatePlace} */
const ALL = { view: 'all', categoryId: undefined };
/** @type {(id: string, changes?: Partial<TemplateCategory>) => TemplateCategory} */
const named = (id, changes = {}) => templateCategory({ id, name: `Category ${id}`, templates: 0, ...changes });
const categories = ['1', '2', '3'].map((id) => named(id));

/** @type {(changes?: Partial<Directory>, place?: TemplatePlace) => any} */
const open = (changes, place = ALL) =>
    show('c-template-categories', TemplateCategories, { directory: templateDirectory({ categories, ...changes }), place });
const names = (element) => findAll(element, '.choice[data-id]').map(({ title }) => title);
const menu = (element, id) => findAll(element, `[data-menu="${id}"] lightning-menu-item`).map(({ label }) => label);
const choose = (element, id, value) => fire(find(element, `[data-menu="${id}"]`), 'select', { value });

describe('c-template-categories', () => {
    it('has pinned categories first, in the order of the rep', () => {
        expect(names(open({ pinned: ['3', '2'] }))).toEqual(['Category 3', 'Category 2', 'Category 1']);
    });

    it('moves a pinned category with the keyboard, and lets no more than five be pinned', async () => {
        const element = open({ pinned: ['3', '2'] });
        const changes = heard(element, 'directorychange');
        expect(menu(element, '2')).toEqual(['Unpin', 'Move Up', 'Rename…', 'Delete…']);
        const calls = serve({ 'PUT /pinned-template-categories': { categoryIds: ['2', '3'] } });
        choose(element, '2', 'up');
        await until(() => changes.length === 1);
        choose(element, '1', 'pin');
        await until(() => changes.length === 2);
        choose(element, '3', 'unpin');
        await until(() => changes.length === 3);
        expect(calls.map(({ body }) => body.categoryIds)).toEqual([['2', '3'], ['3', '2', '1'], ['2']]);
        const five = ['1', '2', '3', '4', '5'];
        const full = open({ categories: [...five, '6'].map((id) => named(id)), pinned: five });
        expect(menu(full, '6')).toEqual(['Rename…', 'Delete…']);
        expect(words(full)).toContain('You have pinned 5 categories.');
    });

    it('says which place is shown, and goes to another', () => {
        const element = open({}, { view: 'mine', categoryId: '2' });
        const places = heard(element, 'place');
        expect(find(element, '[aria-current="true"]').dataset.id).toBe('2');
        find(element, '[data-id="1"]').click();
        findAll(element, '.choice')[1].click();
        expect(places).toEqual([
            { view: 'mine', categoryId: '1' },
            { view: 'favourites', categoryId: undefined }
        ]);
    });

    it('goes to a new category', async () => {
        const element = open();
        const places = heard(element, 'place');
        const calls = serve({ 'POST /template-categories': named('9') });
        NameWindow.open = jest.fn(({ save }) => save('Nine'));
        fire(find(element, '.add'), 'click');
        await until(() => places.length === 1);
        expect(places[0].categoryId).toBe('9');
        expect(calls[0]?.body).toEqual({ name: 'Nine' });
    });

    it('does not offer to delete a category with templates, and says why the service keeps one', async () => {
        const element = open({ categories: [named('1', { templates: 2 }), named('2')] });
        expect(menu(element, '1')).toContain('Delete… (it has templates)');
        MsiConfirm.open = jest.fn().mockResolvedValue(true);
        serve({ 'DELETE /template-categories/{id}': problem(409, 'category_in_use', 'Somebody has a template in it.') });
        choose(element, '2', 'remove');
        const panel = await until(() => find(element, 'c-error-panel'));
        expect(panel.error.message).toBe('Somebody has a template in it.');
        const changes = heard(element, 'directorychange');
        serve({ 'DELETE /template-categories/{id}': new Answer(204) });
        choose(element, '2', 'remove');
        await until(() => changes.length === 1);
    });

    it('leaves categories of others alone', () => {
        expect(menu(open({ categories: [named('1', { canChange: false })] }), '1')).toEqual(['Pin']);
    });
});
