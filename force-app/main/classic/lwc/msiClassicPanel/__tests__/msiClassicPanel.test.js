import LightningModal from 'lightning/modal';
import MsiClassicPanel from 'c/msiClassicPanel';
import { notify, openPage, openWindow, urlOf } from 'c/hostPage';
import { find, findAll, show, until, words } from '../../../../../test/page';

const TASK = { type: 'standard__recordPage', attributes: { recordId: '00T000000000001EAA', objectApiName: 'Task', actionName: 'view' } };
const SETTINGS = { type: 'standard__navItemPage', attributes: { apiName: 'MSI_Settings' }, state: { c__page: 'profile' } };
const OPTIONS = { label: 'New email', recordId: '00Q000000000001EAA', person: new Proxy({ id: '00Q000000000001EAA' }, {}) };

/** In Classic nothing is asked of the component that asks. */
const FROM = /** @type {any} */ (undefined);

describe('c-msi-classic-panel', () => {
    const opens = jest.fn();
    /** A browser window that the panel has opened. */
    const popup = () => ({ closed: false, focus: jest.fn(), postMessage: jest.fn() });
    const classicPanel = () =>
        show('c-msi-classic-panel', MsiClassicPanel, { recordId: '00Q000000000001EAA', windowUrl: '/apex/MSI_Window' });
    /** The message of a window, as a browser brings it to the page. */
    const say = (says, rest = {}, origin = window.location.origin) =>
        window.dispatchEvent(
            new MessageEvent('message', { origin, data: JSON.stringify({ key: opens.mock.lastCall?.[0].split('#')[1], says, ...rest }) })
        );

    beforeEach(() => {
        opens.mockReset();
        window.open = opens;
    });

    it('shows a notice with its link until it is closed', async () => {
        const element = classicPanel();
        notify(element, { title: 'Task added.', message: '{0}', messageData: [{ url: '/00T', label: 'Call Dana' }], variant: 'success' });
        const link = await until(() => find(element, 'a'));
        expect(find(element, '.text span').textContent).toBe('Task added.');
        expect([link.textContent, link.getAttribute('href'), link.target]).toEqual(['Call Dana', '/00T', '_blank']);
        find(element, 'lightning-button-icon').click();
        await until(() => words(element) === '');
    });

    it('draws a second notice with the same words anew, to be read aloud, and keeps the focus when one is closed', async () => {
        const faults = jest.spyOn(console, 'error');
        const element = classicPanel();
        notify(element, { title: 'Draft discarded.', variant: 'success' });
        const first = await until(() => find(element, '.notice'));
        notify(element, { title: 'Draft discarded.', variant: 'success' });
        await until(() => find(element, '.notice') !== first);
        expect(findAll(element, '.notice')).toHaveLength(1);
        expect(faults).not.toHaveBeenCalled();
        find(element, 'lightning-button-icon').click();
        expect(element.shadowRoot?.activeElement).toBe(find(element, '.panel'));
    });

    it('opens pages of Salesforce in a new tab of the browser', async () => {
        classicPanel();
        openPage(FROM, TASK);
        openPage(FROM, SETTINGS);
        expect(opens.mock.calls.map(([url, target]) => [url, target])).toEqual([
            ['/00T000000000001EAA', '_blank'],
            ['/lightning/n/MSI_Settings?c__page=profile', '_blank']
        ]);
        expect(await urlOf(FROM, TASK)).toBe('/00T000000000001EAA');
    });

    it('gives a browser window what it shows, and hears what became of it', async () => {
        classicPanel();
        const opened = popup();
        opens.mockReturnValue(opened);
        const result = openWindow(LightningModal, 'compose', OPTIONS);
        say('ready');
        say('ready');
        expect(opened.postMessage).toHaveBeenCalledTimes(2);
        const [message, target] = opened.postMessage.mock.lastCall;
        // Text alone: neither a browser nor Lightning Web Security copies the properties of a component
        expect(JSON.parse(message)).toMatchObject({ says: 'show', name: 'compose', options: { person: { id: '00Q000000000001EAA' } } });
        expect(target).toBe(window.location.origin);
        say('done', { result: { row: { id: 'foreign' } } }, 'https://evil.example');
        say('done', { result: { row: { id: 'email-1' } } });
        expect(await result).toEqual({ row: { id: 'email-1' } });
        expect(JSON.parse(opened.postMessage.mock.lastCall[0]).says).toBe('heard');
    });

    it('ends without a result when the window is closed', async () => {
        classicPanel();
        const opened = popup();
        opens.mockReturnValue(opened);
        const result = openWindow(LightningModal, 'task', OPTIONS);
        opened.closed = true;
        expect(await result).toBeUndefined();
    });

    it('brings an open window to the front instead of opening a second one', async () => {
        classicPanel();
        const opened = popup();
        opens.mockReturnValue(opened);
        openWindow(LightningModal, 'compose', OPTIONS);
        expect(await openWindow(LightningModal, 'task', OPTIONS)).toBeUndefined();
        expect(opens).toHaveBeenCalledTimes(1);
        expect(opened.focus).toHaveBeenCalled();
    });

    it('shows the window in the frame when the browser refuses to open one', async () => {
        classicPanel();
        opens.mockReturnValue(null);
        jest.mocked(LightningModal.open).mockResolvedValue('sent');
        expect(await openWindow(LightningModal, 'compose', OPTIONS)).toBe('sent');
    });

    it('passes the record on to the panel', async () => {
        const element = classicPanel();
        expect(findAll(element, 'c-msi-panel').map(({ recordId }) => recordId)).toEqual(['00Q000000000001EAA']);
    });
});
