import { arriveAt, navigate } from 'lightning/navigation';
import LightningModal from 'lightning/modal';
import MsiSettings from 'c/msiSettings';
import { keepWords, pagesWithWords } from 'c/msiUnsavedWords';
import { find, findAll, fire, show, until } from '../../../../../test/page';
import { me, profile } from '../../../../../test/seed';
import { problem, serve } from '../../../../../test/service';
/** @import { Given } from '../../../../../test/answers' */

jest.mock('@salesforce/customPermission/Administer_Sales_Actions', () => ({ default: true }), { virtual: true });

const MINE = ['Profile', 'Email connection'];
const ADMIN = [
    'Setup checklist',
    'Teams',
    'Sending limits',
    'Mailbox permissions',
    'Email opt-outs',
    'Emails of colleagues',
    'Font of emails',
    'Delivery channels',
    'Mailboxes',
    'Welcome email',
    'Certificates',
    'Security log',
    'Emergency stop'
];
const names = (element) => findAll(element, 'lightning-vertical-navigation-item').map(({ label }) => label);

beforeEach(() => {
    navigate.mockClear();
    LightningModal.open = jest.fn();
});

/** @param {Given<'GET /me'>} answer */
async function open(answer = me()) {
    serve({ 'GET /me': answer, 'GET /profile': profile() });
    const element = show('c-msi-settings', MsiSettings);
    await until(() => find(element, 'lightning-vertical-navigation') ?? find(element, 'c-error-panel'));
    return element;
}
const select = (element, name) => {
    const list = find(element, 'lightning-vertical-navigation');
    const before = new CustomEvent('beforeselect', { detail: { name }, cancelable: true });
    if (list.dispatchEvent(before)) fire(list, 'select', { name });
};
const unsaved = async (element) => {
    select(element, 'limits');
    await until(() => find(element, 'c-msi-sending-limits'));
    fire(find(element, 'c-msi-sending-limits'), 'unsaved', true);
};

describe('c-msi-settings', () => {
    it('shows admins everything, and begins with the profile', async () => {
        const element = await open();
        expect(names(element)).toEqual([...MINE, ...ADMIN]);
        expect(find(element, 'c-msi-profile')).not.toBeNull();
    });

    it('shows reps only what is theirs', async () => {
        const element = await open(me({ role: 'rep' }));
        expect(names(element)).toEqual(MINE);
        expect(find(element, 'lightning-select').options.map(({ label }) => label)).toEqual(MINE);
    });

    it('opens the page that the address names, and says in the address where the user goes', async () => {
        const element = await open();
        arriveAt({ type: 'standard__navItemPage', attributes: {}, state: { c__page: 'connection' } });
        await until(() => find(element, 'c-msi-email-connection'));
        select(element, 'stop');
        await until(() => find(element, 'c-msi-emergency-stop'));
        expect(navigate.mock.calls).toMatchObject([[{ attributes: { apiName: 'MSI_Settings' }, state: { c__page: 'stop' } }]]);
    });

    it('opens no admin page for a rep who has its address', async () => {
        const element = await open(me({ role: 'rep' }));
        arriveAt({ type: 'standard__navItemPage', attributes: {}, state: { c__page: 'stop' } });
        await until(() => find(element, 'c-msi-profile'));
        expect(find(element, 'c-msi-emergency-stop')).toBeNull();
    });

    it('still knows the address of a page that became part of the profile', async () => {
        const element = await open();
        select(element, 'connection');
        await until(() => find(element, 'c-msi-email-connection'));
        arriveAt({ type: 'standard__navItemPage', attributes: {}, state: { c__page: 'identities' } });
        await until(() => find(element, 'c-msi-profile'));
    });

    it('comes back to the page on which something was not saved, and to none after the user left it without saving', async () => {
        keepWords('limits', {});
        keepWords('limits.part', {});
        const element = await open();
        await until(() => find(element, 'c-msi-sending-limits'));
        fire(find(element, 'c-msi-sending-limits'), 'unsaved', true);
        LightningModal.open.mockResolvedValue(true);
        select(element, 'mailboxes');
        await until(() => find(element, 'c-msi-mailboxes'));
        expect(pagesWithWords()).toEqual([]);
    });

    it('shows nobody what another user typed in this browser tab, and removes it', async () => {
        sessionStorage.setItem('msi-unsaved/005000000000009AAA/limits', '{}');
        const element = await open();
        expect(find(element, 'c-msi-profile')).not.toBeNull();
        expect(sessionStorage.length).toBe(0);
    });

    it.each([
        [false, 'c-msi-sending-limits'],
        [true, 'c-msi-mailboxes']
    ])('asks before changes are lost: leaves %s', async (answer, expected) => {
        const element = await open();
        await unsaved(element);
        LightningModal.open.mockResolvedValue(answer);
        select(element, 'mailboxes');
        await until(() => LightningModal.open.mock.calls.length === 1);
        await until(() => find(element, expected));
        expect(LightningModal.open.mock.calls[0][0].heading).toBe('Leave without saving?');
    });

    it('keeps what was typed when the user stays, and the list goes back to the page', async () => {
        const element = await open();
        await unsaved(element);
        const page = find(element, 'c-msi-sending-limits');
        LightningModal.open.mockResolvedValue(false);
        const list = find(element, 'lightning-select');
        const seen = [];
        Object.defineProperty(list, 'value', {
            set(value) {
                seen.push(value);
            },
            configurable: true
        });
        fire(list, 'change', { value: 'mailboxes' });
        await until(() => seen.length === 2);
        expect(seen).toEqual(['', 'limits']);
        expect(find(element, 'c-msi-sending-limits')).toBe(page);
    });

    it('lets the browser ask too', async () => {
        const element = await open();
        const leave = () => !window.dispatchEvent(new CustomEvent('beforeunload', { cancelable: true }));
        expect(leave()).toBe(false);
        await unsaved(element);
        expect(leave()).toBe(true);
    });

    it('can try again when it cannot be read', async () => {
        const element = await open(problem(500, 'unexpected', 'The service is being updated.'));
        serve({ 'GET /me': me() });
        find(element, 'c-error-panel').dispatchEvent(new CustomEvent('retry'));
        await until(() => find(element, 'lightning-vertical-navigation'));
    });
});
