import LightningModal from 'lightning/modal';
import MsiIdentities from 'c/msiIdentities';
import { find, findAll, fire, heard, labelled, show, until, words } from '../../../../../test/page';
import { identity } from '../../../../../test/seed';
import { Answer, problem, serve } from '../../../../../test/service';
/** @import { IdentityList } from 'service' */
/** @import { Given, Routes } from '../../../../../test/answers' */

const TEAM = identity({ id: '99999999-9999-4999-8999-999999999999', address: 'sales@acme.example', isDefault: false, isMailbox: false });
const PATH = `/identities/${TEAM.id}`;
/** @type {(changes?: Partial<IdentityList>) => IdentityList} */
const list = (changes) => ({ identities: [identity(), TEAM], limit: 2, teamSmtp: true, canImportSignature: true, ...changes });

/** @param {Given<'GET /identities'>} answer @param {Routes} routes */
async function open(answer = list(), routes = {}) {
    const calls = serve({ 'GET /identities': answer, 'PATCH /identities/{id}': ({ body }) => ({ ...TEAM, ...body }), ...routes });
    const element = show('c-msi-identities', MsiIdentities);
    const toasts = heard(element, 'lightning__showtoast');
    await until(() => !find(element, 'c-msi-page').isLoading);
    return { element, calls, toasts, made: (method) => calls.filter((call) => call.method === method) };
}
const row = (element, index = 1) => findAll(element, 'c-msi-identity-row')[index];
const ask = (element, name) => fire(row(element), name, { identity: row(element).identity });
const titles = (toasts) => toasts.map(({ title }) => title);

beforeEach(() => {
    LightningModal.open = jest.fn().mockResolvedValue(undefined);
});

describe('c-msi-identities', () => {
    it('lists the addresses and says when there is room for no more', async () => {
        const { element } = await open();
        expect(findAll(element, 'c-msi-identity-row').map((one) => one.identity.address)).toEqual([
            'rae@acme.example',
            'sales@acme.example'
        ]);
        expect(words(element)).toContain('You can have 2 identities. Remove one to add another.');
        expect(labelled(element, 'Add Identity')).toBeUndefined();
    });

    it('needs a mailbox first', async () => {
        const { element } = await open(list({ identities: [], teamSmtp: false }));
        expect(words(element)).toContain('Connect your mailbox first');
        expect(labelled(element, 'Add Identity')).toBeUndefined();
    });

    it('offers to add an address only where one could be used, and says what it takes', async () => {
        const { element } = await open(list({ identities: [identity()], teamSmtp: false, canImportSignature: false }));
        expect(labelled(element, 'Add Identity')).toBeUndefined();
        expect(words(element)).toContain('your admin has to set up a mail server for the team');
        const google = await open(list({ identities: [identity()], teamSmtp: false }));
        expect(labelled(google.element, 'Add Identity')).toBeDefined();
    });

    it('adds an address, to which a verification email goes', async () => {
        LightningModal.open.mockResolvedValue(TEAM);
        const { element, toasts, made } = await open(list({ limit: 3 }));
        labelled(element, 'Add Identity').click();
        await until(() => made('GET').length === 2);
        expect(titles(toasts)).toEqual(['A verification email is on its way to sales@acme.example.']);
    });

    it('shows the signature that was saved', async () => {
        LightningModal.open.mockResolvedValue({ ...TEAM, signatureHtml: '<p>New</p>' });
        const { element, toasts } = await open();
        ask(element, 'signature');
        await until(() => row(element).identity.signatureHtml === '<p>New</p>');
        expect(LightningModal.open.mock.calls[0][0].identity.id).toBe(TEAM.id);
        expect(titles(toasts)).toEqual(['Signature saved']);
    });

    it('makes an address the default and switches its channel', async () => {
        const { element, made } = await open();
        ask(element, 'default');
        await until(() => made('GET').length === 2);
        ask(element, 'channel');
        await until(() => made('PATCH').length === 2);
        expect(made('PATCH').map(({ path, body }) => [path, body])).toEqual([
            [PATH, { isDefault: true }],
            [PATH, { channel: 'team_smtp' }]
        ]);
        await until(() => !row(element).isBusy);
    });

    it('sends a verification again', async () => {
        const { element, toasts, made } = await open(list(), { 'POST /identities/{id}/verification': TEAM });
        ask(element, 'verify');
        await until(() => toasts.length === 1);
        expect(made('POST')[0].path).toBe(`${PATH}/verification`);
        expect(titles(toasts)).toEqual(['A verification email is on its way to sales@acme.example again.']);
    });

    it('imports a signature over another only after a yes', async () => {
        const { element, toasts, made } = await open(list(), {
            'POST /identities/{id}/signature-import': { ...TEAM, signatureHtml: '<p>Gmail</p>' }
        });
        ask(element, 'import');
        await until(() => LightningModal.open.mock.calls.length === 1);
        expect(made('POST')).toEqual([]);
        LightningModal.open.mockResolvedValue(true);
        ask(element, 'import');
        await until(() => row(element).identity.signatureHtml === '<p>Gmail</p>');
        expect(made('POST')[0].path).toBe(`${PATH}/signature-import`);
        expect(titles(toasts)).toEqual(['The signature of sales@acme.example now matches Gmail.']);
    });

    it('removes an address only after a yes', async () => {
        const { element, made } = await open(list(), { 'DELETE /identities/{id}': new Answer(204) });
        ask(element, 'remove');
        await until(() => LightningModal.open.mock.calls.length === 1);
        expect(made('DELETE')).toEqual([]);
        LightningModal.open.mockResolvedValue(true);
        ask(element, 'remove');
        await until(() => made('GET').length === 2);
        expect(made('DELETE').map(({ path }) => path)).toEqual([PATH]);
    });

    it('keeps the list and says why a change was refused', async () => {
        const { element } = await open(list(), {
            'PATCH /identities/{id}': problem(409, 'identity_not_verified', 'Verify the address first.')
        });
        ask(element, 'default');
        await until(() => find(element, 'c-error-panel', '.title')?.textContent === 'Verify the address first.');
        expect(row(element).identity.isDefault).toBe(false);
    });
});
