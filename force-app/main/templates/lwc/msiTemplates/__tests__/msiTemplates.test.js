import { arriveAt, navigate } from 'lightning/navigation';
import MsiConfirm from 'c/msiConfirm';
import MsiTemplates from 'c/msiTemplates';
import { keepTemplateWords, NEW_TEMPLATE, templatesWithWords } from 'c/templateWords';
import { find, fire, show, until } from '../../../../../test/page';
import { me, template, templateCategory, templateDirectory } from '../../../../../test/seed';
import { problem, serve } from '../../../../../test/service';
/** @import { Given } from '../../../../../test/answers' */

jest.mock('@salesforce/customPermission/Administer_Sales_Actions', () => ({ default: true }), { virtual: true });
jest.mock('@salesforce/resourceUrl/MSI_Rich_Text', () => ({ default: '/resource/MSI_Rich_Text' }), { virtual: true });

const { id } = template();
const routes = {
    'GET /me': me({ role: 'rep' }),
    'GET /template-categories': templateDirectory(),
    'GET /templates': { templates: [], total: 0, cursor: null },
    'GET /templates/{id}': template(),
    'GET /templates/{id}/emails': { emails: [], cursor: null }
};
const at = (state = {}) => arriveAt({ type: 'standard__navItemPage', attributes: { apiName: 'MSI_Templates' }, state });

async function open(changes = {}) {
    serve(/** @type {import('../../../../../test/answers').Routes} */ ({ ...routes, ...changes }));
    const element = show('c-msi-templates', MsiTemplates);
    await until(() => find(element, 'c-template-list') ?? find(element, 'c-error-panel'));
    return element;
}

beforeEach(() => {
    navigate.mockClear();
    MsiConfirm.open = jest.fn();
});

describe('c-msi-templates', () => {
    it('shows the list, and the template that the address names in its place', async () => {
        const element = await open();
        expect(find(element, 'c-template-editor')).toBeNull();
        expect(find(element, 'c-template-list').isAdmin).toBe(false);
        at({ c__template: id });
        await until(() => find(element, 'c-template-editor')?.templateId === id);
        at();
        await until(() => !find(element, 'c-template-editor'));
    });

    it('asks before it leaves words that are not saved', async () => {
        const element = await open();
        fire(find(element, 'c-template-list'), 'new');
        const editor = await until(() => find(element, 'c-template-editor'));
        expect(navigate.mock.calls[0][0].state).toEqual({ c__template: NEW_TEMPLATE });
        fire(editor, 'unsaved', true);
        const leaving = new CustomEvent('beforeunload', { cancelable: true });
        window.dispatchEvent(leaving);
        expect(leaving.defaultPrevented).toBe(true);
        jest.mocked(MsiConfirm.open).mockResolvedValue(false);
        fire(editor, 'back');
        await until(() => jest.mocked(MsiConfirm.open).mock.calls.length === 1);
        expect(find(element, 'c-template-editor')).not.toBeNull();
        jest.mocked(MsiConfirm.open).mockResolvedValue(true);
        fire(editor, 'back');
        await until(() => !find(element, 'c-template-editor'));
    });

    it('comes back to words that were left unsaved', async () => {
        const { name, subject, bodyHtml, notes, isNonCommercial, criteria } = template();
        const words = { name, categoryId: templateCategory().id, subject: `${subject} now`, bodyHtml, notes, isNonCommercial, criteria };
        keepTemplateWords(id, { words, version: 1 });
        const element = await open();
        await until(() => find(element, 'c-template-editor')?.templateId === id);
        expect(templatesWithWords()).toEqual([id]);
    });

    it('keeps what it shows when categories cannot be read again', async () => {
        const element = await open();
        serve({ 'GET /template-categories': problem(503, 'unexpected', 'The service is busy.') });
        fire(find(element, 'c-template-categories'), 'directorychange');
        await until(() => find(element, 'c-error-panel'));
        expect(find(element, 'c-template-list')).not.toBeNull();
    });

    it('goes to all templates when the category that was shown is gone', async () => {
        const element = await open();
        fire(find(element, 'c-template-categories'), 'place', { view: 'all', categoryId: templateCategory().id });
        await until(() => find(element, 'c-template-list').place.categoryId);
        serve({ ...routes, 'GET /template-categories': templateDirectory({ categories: [] }) });
        fire(find(element, 'c-template-categories'), 'directorychange');
        await until(() => find(element, 'c-template-list').place.categoryId === undefined);
    });

    it('says what failed in place of everything, and reads it again', async () => {
        const element = await open({ 'GET /template-categories': problem(503, 'unexpected', 'The service is busy.') });
        const panel = find(element, 'c-error-panel');
        serve(routes);
        fire(panel, 'retry');
        await until(() => find(element, 'c-template-list'));
    });

    it('gives admins their page on who may share', async () => {
        const element = await open({ 'GET /me': me({ role: 'admin' }) });
        await until(() => find(element, 'c-template-list').isAdmin);
        fire(find(element, 'c-template-list'), 'decide');
        const page = await until(() => find(element, 'c-template-sharing'));
        fire(page, 'back');
        await until(() => !find(element, 'c-template-sharing'));
    });
});
