import MsiProfile from 'c/msiProfile';
import { find, findAll, fire, heard, labelled, show, until, words } from '../../../../../test/page';
import { connection, profile } from '../../../../../test/seed';
import { problem, serve } from '../../../../../test/service';
/** @import { Given, Routes } from '../../../../../test/answers' */

/** @param {Given<'GET /profile'>} answer @param {Routes} routes */
async function open(answer = profile(), routes = {}) {
    const calls = serve({
        'GET /profile': answer,
        'PUT /profile': ({ body }) => ({
            ...profile(),
            language: { chosen: body.language, salesforce: 'en' },
            locale: { chosen: body.locale, salesforce: 'en-GB' },
            timeZone: { chosen: body.timeZone, salesforce: 'Europe/London' }
        }),
        ...routes
    });
    const element = show('c-msi-profile', MsiProfile);
    const unsaved = heard(element, 'unsaved');
    await until(() => !find(element, 'c-msi-page').isLoading);
    return { element, calls, unsaved, made: (method) => calls.filter((call) => call.method === method) };
}
const field = (element, name) => findAll(element, 'lightning-select').find((one) => one.name === name);
const choose = (element, name, value) => fire(field(element, name), 'change', { value });

describe('c-msi-profile', () => {
    it('says who one is and that it comes from Salesforce, and offers what Salesforce says first', async () => {
        const { element, calls } = await open();
        expect(words(element)).toContain('Rae Ortiz');
        expect(words(element)).toContain('rae@acme.example');
        expect(words(element)).toContain('Your name and email address come from Salesforce.');
        expect(findAll(element, 'lightning-select').map(({ options }) => options[0].label)).toEqual([
            'As in Salesforce (English)',
            'As in Salesforce (British English)',
            'As in Salesforce (Europe/London)'
        ]);
        expect(labelled(element, 'Save').disabled).toBe(true);
        expect(calls.map(({ path }) => path)).toEqual(['/profile']);
    });

    it('shows how day and time look as chosen, before anything is saved', async () => {
        const { element } = await open();
        choose(element, 'locale', 'de-DE');
        choose(element, 'timeZone', 'Asia/Tokyo');
        await until(() => /GMT\+9/.test(words(element)));
        expect(find(element, '.now').textContent).toMatch(/^This is how it looks now: (Mon|Diens|Mitt|Donners|Frei|Sams|Sonn)/);
    });

    it('saves what was chosen, and gives it back to Salesforce', async () => {
        const { element, unsaved, made } = await open();
        const toasts = heard(element, 'lightning__showtoast');
        choose(element, 'timeZone', 'Asia/Tokyo');
        choose(element, 'language', 'ja');
        expect(unsaved.at(-1)).toBe(true);
        await until(() => !labelled(element, 'Save').disabled);
        labelled(element, 'Save').click();
        await until(() => toasts.length === 1);
        expect(made('PUT')[0].body).toEqual({ language: 'ja', locale: null, timeZone: 'Asia/Tokyo' });
        choose(element, 'timeZone', 'salesforce');
        await until(() => !labelled(element, 'Save').disabled);
        labelled(element, 'Save').click();
        await until(() => toasts.length === 2);
        expect(made('PUT')[1].body).toEqual({ language: 'ja', locale: null, timeZone: null });
        expect(unsaved.at(-1)).toBe(false);
    });

    it('keeps what was chosen when it cannot be saved, and says why', async () => {
        const { element } = await open(profile(), { 'PUT /profile': problem(400, 'validation_failed', 'This time zone is not known.') });
        choose(element, 'timeZone', 'Asia/Tokyo');
        await until(() => !labelled(element, 'Save').disabled);
        labelled(element, 'Save').click();
        await until(() => find(element, 'c-error-panel', '.title')?.textContent === 'This time zone is not known.');
        expect(field(element, 'timeZone').value).toBe('Asia/Tokyo');
    });

    it('can try again when it cannot be read', async () => {
        const { element } = await open(problem(500, 'unexpected', 'The service is being updated.'));
        serve({ 'GET /profile': profile() });
        find(element, 'c-msi-page').dispatchEvent(new CustomEvent('retry'));
        await until(() => field(element, 'timeZone'));
    });

    it('reads the state again after a consent, and what is being chosen stays', async () => {
        const { element, made } = await open(profile({ health: { ...profile().health, mailbox: null } }));
        choose(element, 'timeZone', 'Asia/Tokyo');
        serve({ 'GET /profile': profile({ health: { ...profile().health, mailbox: connection({ provider: 'microsoft' }) } }) });
        find(element, 'c-msi-health').dispatchEvent(new CustomEvent('return'));
        await until(() => find(element, 'c-msi-health').profile.health.mailbox?.provider === 'microsoft');
        expect(field(element, 'timeZone').value).toBe('Asia/Tokyo');
        expect(made('PUT')).toEqual([]);
    });

    it('asks Salesforce once more when the user presses', async () => {
        const { element } = await open(profile({ health: { ...profile().health, salesforce: 'api_disabled' } }), {
            'POST /profile/api-access-check': profile()
        });
        find(element, 'c-msi-health').dispatchEvent(new CustomEvent('check'));
        await until(() => find(element, 'c-msi-health').profile.health.salesforce === 'connected');
    });

    it('shows the addresses to send as without asking for them again', async () => {
        const { element, calls } = await open();
        expect(find(element, 'c-msi-identities', 'c-msi-identity-row').identity.address).toBe('rae@acme.example');
        expect(calls).toHaveLength(1);
    });

    it('shows what was chosen and not saved to whoever comes back, and discards it on demand', async () => {
        const { element } = await open();
        choose(element, 'timeZone', 'Asia/Tokyo');
        element.remove();
        const again = (await open()).element;
        expect(field(again, 'timeZone').value).toBe('Asia/Tokyo');
        expect(words(find(again, 'c-msi-page'))).toContain('You have unsaved changes.');
        labelled(find(again, 'c-msi-page'), 'Discard Changes').click();
        await until(() => field(again, 'timeZone').value === 'salesforce');
        again.remove();
        expect(field((await open()).element, 'timeZone').value).toBe('salesforce');
    });
});
