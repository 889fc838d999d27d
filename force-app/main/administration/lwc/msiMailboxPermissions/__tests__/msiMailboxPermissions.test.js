import MsiMailboxPermissions from 'c/msiMailboxPermissions';
import { find, findAll, fire, heard, labelled, show, until, words } from '../../../../../test/page';
import { problem, serve } from '../../../../../test/service';
/** @import { MailboxPolicy } from 'service' */
/** @import { Routes } from '../../../../../test/answers' */

/** @type {MailboxPolicy} */
const POLICY = { google: 'headers', microsoft: 'headers' };
/** @param {Routes} routes */
async function open(routes = {}) {
    const calls = serve({
        'GET /mailbox-policy': POLICY,
        'PUT /mailbox-policy': ({ body }) => body,
        'GET /microsoft-admin-consent': { answer: null, answeredAt: null },
        'GET /oauth-clients': { oauthClients: [] },
        ...routes
    });
    const element = show('c-msi-mailbox-permissions', MsiMailboxPermissions);
    const unsaved = heard(element, 'unsaved');
    await until(() => !find(element, 'c-msi-page').isLoading);
    return { element, unsaved, puts: () => calls.filter(({ method }) => method === 'PUT') };
}
const radio = (element, provider, value) => find(element, `c-msi-choices[data-provider="${provider}"]`, `input[value="${value}"]`);
const choose = (element, name, value) => {
    const input = radio(element, name, value);
    input.checked = true;
    input.dispatchEvent(new CustomEvent('change'));
};

describe('c-msi-mailbox-permissions', () => {
    it('shows a choice that was not saved to whoever comes back, unless it has been saved meanwhile', async () => {
        const { element } = await open();
        choose(element, 'google', 'bodies');
        element.remove();
        const again = (await open()).element;
        expect(radio(again, 'google', 'bodies').checked).toBe(true);
        expect(find(again, 'c-msi-page').isRestored).toBe(true);
        again.remove();
        const saved = await open({ 'GET /mailbox-policy': { ...POLICY, google: 'bodies' } });
        expect(find(saved.element, 'c-msi-page').isRestored).toBe(false);
        expect(sessionStorage.length).toBe(0);
    });

    it('says of each tier what it gives and what it costs', async () => {
        const { element } = await open();
        expect(findAll(element, 'c-msi-choices').map(({ choices }) => choices.length)).toEqual([3, 3]);
        expect(radio(element, 'google', 'send').name).not.toBe(radio(element, 'microsoft', 'send').name);
        expect(radio(element, 'google', 'headers').checked).toBe(true);
        const [google, microsoft] = findAll(element, 'c-msi-choices').map(words);
        expect(google).toContain('The text of an email is never read, except the first words of a bounce report.');
        expect(microsoft).toContain('Microsoft has no permission for headers alone');
        expect(labelled(element, 'Save').disabled).toBe(true);
    });

    it('saves a choice', async () => {
        const { element, unsaved, puts } = await open();
        const toasts = heard(element, 'lightning__showtoast');
        choose(element, 'google', 'bodies');
        expect(unsaved.at(-1)).toBe(true);
        await until(() => !labelled(element, 'Save').disabled);
        labelled(element, 'Save').click();
        await until(() => toasts.length === 1);
        expect(puts()[0].body).toEqual({ google: 'bodies', microsoft: 'headers' });
        expect(unsaved.at(-1)).toBe(false);
    });

    it('keeps the choice when it cannot be saved', async () => {
        const { element } = await open({ 'PUT /mailbox-policy': problem(500, 'unexpected', 'The service is being updated.') });
        choose(element, 'microsoft', 'send');
        await until(() => !labelled(element, 'Save').disabled);
        labelled(element, 'Save').click();
        await until(() => find(element, 'c-error-panel', '.title')?.textContent === 'The service is being updated.');
        expect(radio(element, 'microsoft', 'send').checked).toBe(true);
    });

    it('is unsaved as long as one of its parts is', async () => {
        const { element, unsaved } = await open();
        fire(find(element, 'c-msi-oauth-clients'), 'unsaved', true);
        choose(element, 'google', 'send');
        choose(element, 'google', 'headers');
        expect(unsaved.at(-1)).toBe(true);
        fire(find(element, 'c-msi-oauth-clients'), 'unsaved', false);
        expect(unsaved.at(-1)).toBe(false);
    });
});
