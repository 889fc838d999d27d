import { NavigationMixin, navigate } from 'lightning/navigation';
import LightningModal from 'lightning/modal';
import { notify, openPage, openWindow, setHostPage, urlOf } from 'c/hostPage';

const LEAD = { type: 'standard__recordPage', attributes: { recordId: '00Q000000000001EAA', objectApiName: 'Lead', actionName: 'view' } };
/** Has what the platform adds for navigation, and nothing else. */
const Component = NavigationMixin(/** @type {any} */ (class {}));

describe('c/hostPage', () => {
    afterEach(() => setHostPage(null));

    it('leaves toasts, pages and windows to Lightning Experience', async () => {
        const from = document.createElement('div');
        /** @type {Event[]} */
        const toasts = [];
        from.addEventListener('lightning__showtoast', (event) => toasts.push(event));
        notify(from, { title: 'Queued', variant: 'success' });
        expect(toasts).toHaveLength(1);

        openPage(new Component(), LEAD);
        expect(navigate).toHaveBeenCalledWith(LEAD);
        expect(await urlOf(new Component(), LEAD)).toBe('https://www.example.com');

        jest.mocked(LightningModal.open).mockResolvedValue('sent');
        expect(await openWindow(LightningModal, 'compose', { label: 'New email' })).toBe('sent');
    });

    it('gives all of them to the page around it where there is one', async () => {
        const host = { notify: jest.fn(), open: jest.fn(), urlOf: () => '/00Q', openWindow: jest.fn().mockResolvedValue('saved') };
        setHostPage(host);
        notify(document.createElement('div'), { title: 'Queued' });
        openPage(new Component(), LEAD);
        expect(host.notify).toHaveBeenCalledWith({ title: 'Queued' });
        expect(host.open).toHaveBeenCalledWith(LEAD);
        expect(await urlOf(new Component(), LEAD)).toBe('/00Q');
        expect(await openWindow(LightningModal, 'task', { label: 'New task' })).toBe('saved');
        expect(host.openWindow).toHaveBeenCalledWith('task', { label: 'New task' });
    });

    it('shows the window in the page where the browser opens none', async () => {
        setHostPage({ notify: jest.fn(), open: jest.fn(), urlOf: () => '/00Q', openWindow: () => undefined });
        jest.mocked(LightningModal.open).mockResolvedValue('sent');
        expect(await openWindow(LightningModal, 'compose', { label: 'New email' })).toBe('sent');
    });
});
