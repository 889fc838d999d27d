import LightningModal from 'lightning/modal';
import MsiClassicWindow from 'c/msiClassicWindow';
import { show, until, words } from '../../../../../test/page';

const DONE = 'Done. Close this window and reload the record to see it.';
const LOST = 'The page that opened this window is gone. Close this window and open it from the record again.';

describe('c-msi-classic-window', () => {
    let opener;
    beforeEach(() => {
        opener = { closed: false, postMessage: jest.fn() };
        window.opener = opener;
        window.close = jest.fn();
        window.location.hash = 'key-1';
    });
    const say = (data, origin = window.location.origin) =>
        window.dispatchEvent(new MessageEvent('message', { origin, data: JSON.stringify(data) }));
    const told = () => opener.postMessage.mock.calls.map(([message]) => JSON.parse(message));

    it('asks the panel what to show, shows it, tells what became of it, and closes once that was heard', async () => {
        jest.mocked(LightningModal.open).mockResolvedValue({ subject: 'Call Dana', taskId: null });
        show('c-msi-classic-window', MsiClassicWindow);
        expect(told()).toEqual([{ key: 'key-1', says: 'ready' }]);
        say({ key: 'key-1', says: 'show', name: 'task', options: { label: 'New task', recordId: '00Q000000000001EAA' } });
        await until(() => told().length === 2);
        expect(window.close).not.toHaveBeenCalled();
        say({ key: 'key-1', says: 'heard' });
        expect(window.close).toHaveBeenCalledTimes(1);
        expect(LightningModal.open).toHaveBeenCalledWith({ label: 'New task', recordId: '00Q000000000001EAA' });
        expect(told().at(-1)).toEqual({ key: 'key-1', says: 'done', result: { subject: 'Call Dana', taskId: null } });
        expect(document.title).toBe('New task');
    });

    it('hears nobody but its own panel', () => {
        jest.mocked(LightningModal.open).mockClear();
        show('c-msi-classic-window', MsiClassicWindow);
        say({ key: 'key-2', says: 'show', name: 'task', options: {} });
        say({ key: 'key-1', says: 'show', name: 'task', options: {} }, 'https://evil.example');
        expect(LightningModal.open).not.toHaveBeenCalled();
    });

    it('lets the browser ask before it is closed with words in it', () => {
        jest.mocked(LightningModal.open).mockReturnValue(new Promise(() => undefined));
        show('c-msi-classic-window', MsiClassicWindow);
        const leaves = () => window.dispatchEvent(new CustomEvent('beforeunload', { cancelable: true }));
        expect(leaves()).toBe(true);
        say({ key: 'key-1', says: 'show', name: 'compose', options: { label: 'New email' } });
        expect(leaves()).toBe(false);
    });

    it('says that it is done when the record was loaded again meanwhile, and asks nobody to do it twice', async () => {
        jest.mocked(LightningModal.open).mockResolvedValue({ subject: 'Call Dana', taskId: null });
        const element = show('c-msi-classic-window', MsiClassicWindow);
        say({ key: 'key-1', says: 'show', name: 'task', options: { label: 'New task' } });
        await until(() => words(element) === DONE);
        expect(window.close).not.toHaveBeenCalled();
    });

    it('opens the page of an email to many in a new tab and closes', async () => {
        const page = { type: 'standard__component', attributes: { componentName: 'c__msiSelectAndSend' }, state: { c__id: 'bulk-1' } };
        jest.mocked(LightningModal.open).mockResolvedValue({ page });
        window.open = jest.fn().mockReturnValue({});
        show('c-msi-classic-window', MsiClassicWindow);
        say({ key: 'key-1', says: 'show', name: 'compose', options: { label: 'New email' } });
        await until(() => told().length === 2);
        expect(window.open).toHaveBeenCalledWith('/lightning/cmp/c__msiSelectAndSend?c__id=bulk-1');
        expect(told().at(-1)).toEqual({ key: 'key-1', says: 'done' });
        expect(window.close).toHaveBeenCalledTimes(1);
    });

    it('closes by itself when nothing came of it', async () => {
        jest.mocked(LightningModal.open).mockResolvedValue(undefined);
        show('c-msi-classic-window', MsiClassicWindow);
        say({ key: 'key-1', says: 'show', name: 'task', options: { label: 'New task' } });
        await until(() => jest.mocked(window.close).mock.calls.length === 1);
    });

    it('says so when the panel is gone', async () => {
        window.opener = null;
        const element = show('c-msi-classic-window', MsiClassicWindow);
        await until(() => words(element) === LOST);
    });
});
