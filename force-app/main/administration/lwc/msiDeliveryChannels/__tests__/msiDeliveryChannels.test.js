import LightningModal from 'lightning/modal';
import MsiDeliveryChannels from 'c/msiDeliveryChannels';
import { find, findAll, fire, heard, labelled, show, until, words } from '../../../../../test/page';
import { me } from '../../../../../test/seed';
import { Answer, problem, serve } from '../../../../../test/service';
/** @import { TeamSmtp } from 'service' */
/** @import { Routes } from '../../../../../test/answers' */

/** @type {TeamSmtp} */
const SERVER = {
    host: 'smtp.acme.example',
    port: 587,
    security: 'starttls',
    username: 'mailer',
    hasPassword: true,
    state: 'working',
    stateCode: null,
    updatedAt: '2026-01-05T09:00:00Z',
    updatedBy: 'Avery Stone'
};
/** @param {TeamSmtp | null} server @param {Routes} routes */
async function open(server = SERVER, routes = {}) {
    const saved = { server: SERVER };
    const calls = serve({ 'GET /team-smtp': { server }, 'GET /me': me(), 'PUT /team-smtp': saved, ...routes });
    const element = show('c-msi-delivery-channels', MsiDeliveryChannels);
    const unsaved = heard(element, 'unsaved');
    const toasts = heard(element, 'lightning__showtoast');
    await until(() => !find(element, 'c-msi-page').isLoading);
    for (const input of findAll(element, 'lightning-input')) Object.assign(input, { reportValidity: () => true, focus: jest.fn() });
    return { element, unsaved, toasts, made: (method) => calls.filter((call) => call.method === method && call.path !== '/me') };
}
const field = (element, name) => findAll(element, 'lightning-input, lightning-select').find((input) => input.name === name);
const type = (element, name, value) => fire(field(element, name), 'change', { value });
const press = async (element, label) => {
    await until(() => labelled(element, label) && !labelled(element, label).disabled);
    labelled(element, label).click();
};

describe('c-msi-delivery-channels', () => {
    it('shows what was typed and not saved to whoever comes back, without the password, which is kept nowhere', async () => {
        const { element } = await open();
        type(element, 'host', 'smtp2.acme.example');
        type(element, 'password', 'a-secret');
        element.remove();
        expect(JSON.stringify({ ...sessionStorage })).not.toContain('a-secret');
        const again = (await open()).element;
        expect([field(again, 'host').value, field(again, 'password').value]).toEqual(['smtp2.acme.example', '']);
        labelled(find(again, 'c-msi-page'), 'Discard Changes').click();
        await until(() => field(again, 'host').value === 'smtp.acme.example');
        expect(sessionStorage.length).toBe(0);
    });

    it('begins empty', async () => {
        const { element } = await open(null);
        expect(words(element)).toContain('Your team has not set up a mail server yet.');
        expect(field(element, 'port').value).toBe('587');
        expect(labelled(element, 'Save').disabled).toBe(true);
        expect(labelled(element, 'Remove Server')).toBeUndefined();
    });

    it('shows the server, whether it works, and never its password', async () => {
        const { element } = await open();
        expect(find(element, 'lightning-badge').label).toBe('Working');
        expect(field(element, 'host').value).toBe('smtp.acme.example');
        expect(field(element, 'password')).toMatchObject({ value: '', placeholder: 'Saved and unchanged' });
        expect(find(element, '.state c-relative-time').pattern).toBe('Changed {0} by Avery Stone');
    });

    it('says when the server refuses us', async () => {
        const { element } = await open({ ...SERVER, state: 'refused', stateCode: 'EAUTH' });
        expect(find(element, 'lightning-badge').label).toBe('Sign-in refused');
    });

    it('saves what was changed; a password only when there is a new one', async () => {
        const { element, unsaved, toasts, made } = await open();
        type(element, 'port', '465');
        type(element, 'security', 'tls');
        expect(unsaved.at(-1)).toBe(true);
        await press(element, 'Save');
        await until(() => toasts.length === 1);
        expect(made('PUT')[0].body).toEqual({ host: 'smtp.acme.example', port: 465, security: 'tls', username: 'mailer' });
        expect(unsaved.at(-1)).toBe(false);
    });

    it('tests what stands in the fields before it is saved', async () => {
        const result = { ok: false, code: 'EAUTH', title: 'The server refused the password.' };
        const { element, made } = await open(null, { 'POST /team-smtp/test': result });
        type(element, 'host', 'smtp.acme.example');
        type(element, 'password', 'secret');
        await press(element, 'Send Test Email');
        await until(() => find(element, '.result')?.textContent === 'The server refused the password.');
        expect(made('POST')[0].body).toMatchObject({ to: 'avery@acme.example', server: { host: 'smtp.acme.example', password: 'secret' } });
        expect(made('PUT')).toEqual([]);
    });

    it('goes to the field that is wrong, and saves nothing', async () => {
        const { element, made } = await open(null);
        type(element, 'port', 'x');
        field(element, 'port').reportValidity = () => false;
        await press(element, 'Save');
        expect(field(element, 'port').focus).toHaveBeenCalled();
        expect(made('PUT')).toEqual([]);
    });

    it('removes the server only after a yes', async () => {
        LightningModal.open = jest.fn().mockResolvedValue(false);
        const { element, toasts, made } = await open(SERVER, { 'DELETE /team-smtp': new Answer(204) });
        await press(element, 'Remove Server');
        await until(() => LightningModal.open.mock.calls.length === 1);
        expect(made('DELETE')).toEqual([]);
        LightningModal.open.mockResolvedValue(true);
        await press(element, 'Remove Server');
        await until(() => toasts.length === 1);
        expect(words(element)).toContain('Your team has not set up a mail server yet.');
    });

    it('keeps what was typed when it cannot be saved', async () => {
        const { element } = await open(SERVER, {
            'PUT /team-smtp': problem(500, 'unexpected', 'The service is being updated.')
        });
        type(element, 'host', 'mail.acme.example');
        await press(element, 'Save');
        await until(() => find(element, 'c-error-panel', '.title')?.textContent === 'The service is being updated.');
        expect(field(element, 'host').value).toBe('mail.acme.example');
    });
});
