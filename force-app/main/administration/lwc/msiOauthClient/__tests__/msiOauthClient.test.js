import LightningModal from 'lightning/modal';
import MsiOauthClient from 'c/msiOauthClient';
import { find, findAll, fire, heard, labelled, show, until, words } from '../../../../../test/page';
import { oauthClient } from '../../../../../test/seed';
import { Answer, problem, serve } from '../../../../../test/service';
/** @import { OAuthClient } from 'service' */
/** @import { Routes } from '../../../../../test/answers' */

/** @type {Partial<OAuthClient>} */
const OWN = { ownedBy: 'org', clientId: 'acme-app', mailboxes: 2 };
/** @satisfies {Partial<OAuthClient>} */
const MICROSOFT = { provider: 'microsoft', redirectUris: ['https://service.example/oauth/microsoft/callback'] };

/** @param {Partial<OAuthClient>} [changes] @param {Routes} routes */
function row(changes, routes = {}) {
    const calls = serve(routes);
    const element = show('c-msi-oauth-client', MsiOauthClient, { client: oauthClient(changes) });
    return { element, calls, unsaved: heard(element, 'unsaved'), changed: heard(element, 'changed') };
}
const field = (element, name) => findAll(element, 'lightning-input').find((input) => input.name === name);
async function edit(element, label, values, isValid = true) {
    labelled(element, label).click();
    await until(() => find(element, 'lightning-input'));
    for (const input of findAll(element, 'lightning-input')) Object.assign(input, { reportValidity: () => isValid, focus: jest.fn() });
    for (const [name, value] of Object.entries(values)) fire(field(element, name), 'change', { value });
}

describe('c-msi-oauth-client', () => {
    it('opens again what was typed and not saved, without the secret, which is kept nowhere', async () => {
        const { element } = row();
        await edit(element, 'Use Your Own App', { clientId: 'acme-app', clientSecret: 'a-secret' });
        element.remove();
        expect(JSON.stringify({ ...sessionStorage })).not.toContain('a-secret');
        const again = row();
        await until(() => find(again.element, 'lightning-input'));
        expect([field(again.element, 'clientId').value, field(again.element, 'clientSecret').value]).toEqual(['acme-app', '']);
        labelled(again.element, 'Cancel').click();
        expect(sessionStorage.length).toBe(0);
    });

    it('says whose app it is and how many mailboxes it has', () => {
        expect(words(row().element)).toContain('The MSI Actions app');
        expect(words(row(OWN).element)).toContain("Your company's app: acme-app2 mailboxes are connected through it.");
    });

    it('shows what to enter in the app, and copies it', async () => {
        const { element } = row(MICROSOFT);
        const toasts = heard(element, 'lightning__showtoast');
        Object.assign(navigator, { clipboard: { writeText: jest.fn().mockResolvedValue() } });
        await edit(element, 'Use Your Own App', {});
        find(element, 'lightning-button-icon').click();
        await until(() => toasts.length === 1);
        expect(navigator.clipboard.writeText).toHaveBeenCalledWith(MICROSOFT.redirectUris[0]);
        expect(field(element, 'tenantId')).toBeDefined();
    });

    it('saves an app after saying who will have to reconnect', async () => {
        const { element, calls, unsaved, changed } = row({ mailboxes: 3 }, { 'PUT /oauth-clients/google': oauthClient(OWN) });
        await edit(element, 'Use Your Own App', { clientId: ' acme-app ', clientSecret: 'secret' });
        await until(() => words(element).includes('3 mailboxes will have to be reconnected with the new app.'));
        expect(unsaved).toEqual([true]);
        labelled(element, 'Save').click();
        await until(() => changed.length === 1);
        expect(calls[0].body).toEqual({ clientId: 'acme-app', clientSecret: 'secret', tenantId: null });
        expect(unsaved).toEqual([true, false]);
    });

    it('says nothing of reconnecting where only the secret changes', async () => {
        const { element } = row(OWN);
        await edit(element, 'Edit', { clientSecret: 'newer' });
        expect(field(element, 'clientId').value).toBe('acme-app');
        expect(words(element)).not.toContain('reconnected');
    });

    it('goes to the field that is wrong, and saves nothing', async () => {
        const { element, calls } = row();
        await edit(element, 'Use Your Own App', {}, false);
        labelled(element, 'Save').click();
        expect(field(element, 'clientId').focus).toHaveBeenCalled();
        expect(calls).toEqual([]);
    });

    it('keeps the form when the service refuses, and can be left', async () => {
        const { element, unsaved } = row(
            {},
            { 'PUT /oauth-clients/google': problem(409, 'org_stopped', 'Your admin stopped everything.') }
        );
        await edit(element, 'Use Your Own App', { clientId: 'acme-app', clientSecret: 'secret' });
        labelled(element, 'Save').click();
        await until(() => find(element, 'c-error-panel', '.title')?.textContent === 'Your admin stopped everything.');
        labelled(element, 'Cancel').click();
        await until(() => !find(element, 'lightning-input'));
        expect(unsaved.at(-1)).toBe(false);
    });

    it('goes back to the app of the service after a yes', async () => {
        LightningModal.open = jest.fn().mockResolvedValue(true);
        const { element, calls, changed } = row(OWN, { 'DELETE /oauth-clients/google': new Answer(204) });
        labelled(element, 'Use the MSI Actions App Again').click();
        await until(() => changed.length === 1);
        expect(LightningModal.open.mock.calls[0][0].consequences[1]).toContain('2 mailboxes have to be reconnected');
        expect(calls).toHaveLength(1);
    });
});
