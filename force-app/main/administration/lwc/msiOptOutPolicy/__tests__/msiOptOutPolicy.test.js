import MsiOptOutPolicy from 'c/msiOptOutPolicy';
import { find, heard, labelled, show, until, words } from '../../../../../test/page';
import { problem, serve } from '../../../../../test/service';
/** @import { OptOutPolicyPage } from 'service' */
/** @import { Routes } from '../../../../../test/answers' */

/** @type {OptOutPolicyPage} */
const DECIDED = { whenUnknown: 'refuse', updatedAt: '2026-01-05T09:00:00Z', updatedBy: 'Avery Stone' };

/** @param {Routes} routes */
async function open(routes = {}) {
    const calls = serve({ 'GET /opt-out-policy': DECIDED, 'PUT /opt-out-policy': ({ body }) => ({ ...DECIDED, ...body }), ...routes });
    const element = show('c-msi-opt-out-policy', MsiOptOutPolicy);
    const unsaved = heard(element, 'unsaved');
    await until(() => !find(element, 'c-msi-page').isLoading);
    return { element, unsaved, puts: () => calls.filter(({ method }) => method === 'PUT') };
}
const radio = (element, value) => find(element, 'c-msi-choices', `input[value="${value}"]`);
const choose = (element, value) => {
    radio(element, value).checked = true;
    radio(element, value).dispatchEvent(new CustomEvent('change'));
};

describe('c-msi-opt-out-policy', () => {
    it('shows a choice that was not saved to whoever comes back', async () => {
        const { element } = await open();
        choose(element, 'allow');
        element.remove();
        const again = (await open()).element;
        expect(radio(again, 'allow').checked).toBe(true);
        expect(find(again, 'c-msi-page').isRestored).toBe(true);
    });

    it('says what each choice means and who has decided', async () => {
        const { element } = await open();
        expect(radio(element, 'refuse').checked).toBe(true);
        const choices = find(element, 'c-msi-choices');
        expect(words(choices)).toContain('The panel says whom to ask.');
        expect(words(choices)).toContain('People who opted out may get email from users who cannot see it.');
        expect(words(element)).toContain('Avery Stone decided this.');
        expect(labelled(element, 'Save').disabled).toBe(true);
    });

    it('lets the admin decide for what holds anyway while nobody has decided', async () => {
        const { element, puts } = await open({ 'GET /opt-out-policy': { whenUnknown: 'refuse', updatedAt: null, updatedBy: null } });
        expect(words(element)).toContain('Nobody has decided yet. Until then, nothing is sent to these people.');
        labelled(element, 'Save').click();
        await until(() => words(element).includes('Avery Stone decided this.'));
        expect(puts()[0].body).toEqual({ whenUnknown: 'refuse' });
    });

    it('saves a choice', async () => {
        const { element, unsaved, puts } = await open();
        const toasts = heard(element, 'lightning__showtoast');
        choose(element, 'allow');
        expect(unsaved.at(-1)).toBe(true);
        await until(() => !labelled(element, 'Save').disabled);
        labelled(element, 'Save').click();
        await until(() => toasts.length === 1);
        expect(puts()[0].body).toEqual({ whenUnknown: 'allow' });
        expect(unsaved.at(-1)).toBe(false);
    });

    it('keeps the choice when it cannot be saved', async () => {
        const { element } = await open({ 'PUT /opt-out-policy': problem(500, 'unexpected', 'The service is being updated.') });
        choose(element, 'allow');
        await until(() => !labelled(element, 'Save').disabled);
        labelled(element, 'Save').click();
        await until(() => find(element, 'c-error-panel', '.title')?.textContent === 'The service is being updated.');
        expect(radio(element, 'allow').checked).toBe(true);
    });
});
