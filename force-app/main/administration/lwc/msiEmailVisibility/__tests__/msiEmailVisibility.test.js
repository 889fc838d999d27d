import MsiEmailVisibility from 'c/msiEmailVisibility';
import { find, heard, labelled, show, until, words } from '../../../../../test/page';
import { problem, serve } from '../../../../../test/service';
/** @import { EmailVisibilityPage } from 'service' */
/** @import { Routes } from '../../../../../test/answers' */

/** @type {EmailVisibilityPage} */
const CHANGED = { colleaguesSee: 'everything', updatedAt: '2026-01-05T09:00:00Z', updatedBy: 'Avery Stone' };

/** @param {Routes} routes */
async function open(routes = {}) {
    const calls = serve({ 'GET /email-visibility': CHANGED, 'PUT /email-visibility': ({ body }) => ({ ...CHANGED, ...body }), ...routes });
    const element = show('c-msi-email-visibility', MsiEmailVisibility);
    const unsaved = heard(element, 'unsaved');
    await until(() => !find(element, 'c-msi-page').isLoading);
    return { element, unsaved, puts: () => calls.filter(({ method }) => method === 'PUT') };
}
const radio = (element, value) => find(element, 'c-msi-choices', `input[value="${value}"]`);
const choose = (element, value) => {
    radio(element, value).checked = true;
    radio(element, value).dispatchEvent(new CustomEvent('change'));
};

describe('c-msi-email-visibility', () => {
    it('shows a choice that was not saved to whoever comes back', async () => {
        const { element } = await open();
        choose(element, 'nothing');
        element.remove();
        const again = (await open()).element;
        expect(radio(again, 'nothing').checked).toBe(true);
        expect(find(again, 'c-msi-page').isRestored).toBe(true);
    });

    it('says what each choice means, what it does not cover and who has changed it', async () => {
        const { element } = await open();
        expect(radio(element, 'everything').checked).toBe(true);
        expect(words(find(element, 'c-msi-choices'))).toContain('Users see their own emails only.');
        expect(words(element)).toContain('Who sees that task is decided by your Salesforce sharing.');
        expect(words(element)).toContain('Avery Stone changed this.');
        expect(labelled(element, 'Save').disabled).toBe(true);
    });

    it('says so while nobody has changed it', async () => {
        const { element } = await open({ 'GET /email-visibility': { colleaguesSee: 'everything', updatedAt: null, updatedBy: null } });
        expect(words(element)).toContain('Nobody has changed this yet.');
    });

    it('saves a choice', async () => {
        const { element, unsaved, puts } = await open();
        const toasts = heard(element, 'lightning__showtoast');
        choose(element, 'subject_and_state');
        expect(unsaved.at(-1)).toBe(true);
        await until(() => !labelled(element, 'Save').disabled);
        labelled(element, 'Save').click();
        await until(() => toasts.length === 1);
        expect(puts()[0].body).toEqual({ colleaguesSee: 'subject_and_state' });
        expect(unsaved.at(-1)).toBe(false);
    });

    it('keeps the choice when it cannot be saved', async () => {
        const { element } = await open({ 'PUT /email-visibility': problem(500, 'unexpected', 'The service is being updated.') });
        choose(element, 'nothing');
        await until(() => !labelled(element, 'Save').disabled);
        labelled(element, 'Save').click();
        await until(() => find(element, 'c-error-panel', '.title')?.textContent === 'The service is being updated.');
        expect(radio(element, 'nothing').checked).toBe(true);
    });
});
