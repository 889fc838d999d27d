import MsiEmailFont from 'c/msiEmailFont';
import { find, findAll, fire, heard, labelled, show, until, words } from '../../../../../test/page';
import { problem, serve } from '../../../../../test/service';
/** @import { EmailFontPage } from 'service' */
/** @import { Routes } from '../../../../../test/answers' */

/** @type {EmailFontPage} */
const CHANGED = {
    family: 'georgia',
    sizePx: 16,
    families: [
        { family: 'arial', name: 'Arial', css: 'Arial,Helvetica,sans-serif' },
        { family: 'georgia', name: 'Georgia', css: 'Georgia,serif' }
    ],
    sizesPx: [10, 14, 16],
    updatedAt: '2026-01-05T09:00:00Z',
    updatedBy: 'Avery Stone'
};

/** @param {Routes} routes */
async function open(routes = {}) {
    const calls = serve({ 'GET /email-font': CHANGED, 'PUT /email-font': ({ body }) => ({ ...CHANGED, ...body }), ...routes });
    const element = show('c-msi-email-font', MsiEmailFont);
    const unsaved = heard(element, 'unsaved');
    await until(() => !find(element, 'c-msi-page').isLoading);
    return { element, unsaved, puts: () => calls.filter(({ method }) => method === 'PUT') };
}
const field = (element, name) => findAll(element, 'lightning-select').find((one) => one.name === name);
const choose = (element, name, value) => fire(field(element, name), 'change', { value });
const sampleStyle = (element) => find(element, '.sample').style;

describe('c-msi-email-font', () => {
    it('offers the fonts by their names and the sizes, and says who has changed it and from when it applies', async () => {
        const { element } = await open();
        expect(field(element, 'family').options.map(({ label }) => label)).toEqual(['Arial', 'Georgia']);
        expect([field(element, 'family').value, field(element, 'size').value]).toEqual(['georgia', '16']);
        expect(field(element, 'size').options.map(({ label }) => label)).toEqual(['10', '14', '16']);
        expect(words(element)).toContain('Avery Stone changed this.');
        expect(words(element)).toContain('Sent emails stay as they are.');
        expect(labelled(element, 'Save').disabled).toBe(true);
    });

    it('says so while nobody has changed it', async () => {
        const { element } = await open({ 'GET /email-font': { ...CHANGED, updatedAt: null, updatedBy: null } });
        expect(words(element)).toContain('Nobody has changed this yet.');
    });

    it('shows a sentence in the font as it is chosen', async () => {
        const { element } = await open();
        expect([sampleStyle(element).fontFamily, sampleStyle(element).fontSize]).toEqual(['Georgia,serif', '16px']);
        choose(element, 'family', 'arial');
        choose(element, 'size', '10');
        await until(() => sampleStyle(element).fontSize === '10px');
        expect([sampleStyle(element).fontFamily, sampleStyle(element).lineHeight]).toEqual(['Arial,Helvetica,sans-serif', '1.5']);
    });

    it('saves font and size together', async () => {
        const { element, unsaved, puts } = await open();
        const toasts = heard(element, 'lightning__showtoast');
        choose(element, 'family', 'arial');
        expect(unsaved.at(-1)).toBe(true);
        await until(() => !labelled(element, 'Save').disabled);
        labelled(element, 'Save').click();
        await until(() => toasts.length === 1);
        expect(puts()[0].body).toEqual({ family: 'arial', sizePx: 16 });
        expect(unsaved.at(-1)).toBe(false);
    });

    it('shows a choice that was not saved to whoever comes back', async () => {
        const { element } = await open();
        choose(element, 'size', '14');
        element.remove();
        const again = (await open()).element;
        expect(field(again, 'size').value).toBe('14');
        expect(find(again, 'c-msi-page').isRestored).toBe(true);
    });

    it('keeps the choice when it cannot be saved', async () => {
        const { element } = await open({ 'PUT /email-font': problem(500, 'unexpected', 'The service is being updated.') });
        choose(element, 'size', '14');
        await until(() => !labelled(element, 'Save').disabled);
        labelled(element, 'Save').click();
        await until(() => find(element, 'c-error-panel', '.title')?.textContent === 'The service is being updated.');
        expect(field(element, 'size').value).toBe('14');
    });
});
