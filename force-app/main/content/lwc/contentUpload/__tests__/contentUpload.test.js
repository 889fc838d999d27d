import ContentUpload from 'c/contentUpload';
import { find, heard, show, until } from '../../../../../test/page';
import { content } from '../../../../../test/seed';
import { problem, serve } from '../../../../../test/service';
import { fileOf, serveUploads } from '../../../../../test/uploads';

const LINK = 'POST /files/upload-links';
const url = 'https://service.example/uploads/token?name=x';
const FILE = { id: content().id, name: 'Pricing.pdf', type: 'application/pdf', size: 400_000 };

/** @param {{ wholePage?: boolean }} [properties] @param {import('../../../../../test/answers').Routes} [routes] */
function open(properties, routes) {
    const uploads = serveUploads();
    const calls = serve({ [LINK]: { url }, 'POST /content': content(), ...routes });
    const element = show('c-content-upload', ContentUpload, properties);
    // jsdom lays nothing out
    element.getClientRects = () => [{}];
    return { element, uploads, calls, uploaded: heard(element, 'uploaded') };
}
/** @param {any} element @param {File[]} files */
function choose(element, files) {
    const input = find(element, 'input');
    Object.defineProperty(input, 'files', { value: files, configurable: true });
    input.dispatchEvent(new CustomEvent('change'));
}
/** @param {EventTarget} place @param {File[]} files */
function drop(place, files) {
    const event = Object.assign(new CustomEvent('drop', { cancelable: true, bubbles: true }), {
        dataTransfer: { types: ['Files'], files }
    });
    place.dispatchEvent(event);
    return event;
}
const alert = (element) => find(element, '[role="alert"]')?.textContent;
const said = (element) => find(element, '[role="status"]').textContent;

describe('c-content-upload', () => {
    it('makes content of one file after the other, and says how far each is', async () => {
        const { element, uploads, calls, uploaded } = open();
        choose(element, [fileOf('Pricing.pdf', 400_000), fileOf('Plan.docx')]);
        await until(() => uploads.length === 1);
        uploads[0].progress(42);
        await until(() => find(element, '[role="progressbar"]').getAttribute('aria-valuenow') === '42');
        expect(said(element)).toBe('Uploading Pricing.pdf');
        const leave = () => !window.dispatchEvent(new CustomEvent('beforeunload', { cancelable: true }));
        expect(leave()).toBe(true);
        uploads[0].answer(201, FILE);
        await until(() => uploads.length === 2);
        expect(uploaded).toEqual([content()]);
        expect(calls[0]?.body).toEqual({ name: 'Pricing.pdf', size: 400_000, purpose: 'content' });
        expect(calls.find(({ path }) => path === '/content')?.body).toEqual({ fileId: FILE.id });
        uploads[1].answer(201, FILE);
        await until(() => uploaded.length === 2 && !find(element, 'ul'));
        expect(said(element)).toBe('Plan.docx is uploaded.');
        expect(leave()).toBe(false);
    });

    it('says at the file why it was refused, and does not upload again what the service has', async () => {
        const { element, uploads, calls, uploaded } = open(undefined, { 'POST /content': problem(503, 'unexpected', 'Try again.') });
        choose(element, [fileOf('Pricing.pdf')]);
        await until(() => uploads.length === 1);
        uploads[0].answer(201, FILE);
        await until(() => alert(element) === 'Try again.');
        const again = serve({ 'POST /content': content() });
        find(element, '[aria-label="Try Again: Pricing.pdf"]').click();
        await until(() => uploaded.length === 1);
        expect([calls.length, again.map(({ path }) => path)]).toEqual([2, ['/content']]);
        serve({ [LINK]: problem(415, 'file_type_refused', 'Not this kind of file.') });
        choose(element, [fileOf('setup.exe')]);
        await until(() => alert(element) === 'Not this kind of file.');
        expect(find(element, '[aria-label="Try Again: setup.exe"]')).toBeNull();
        find(element, '[aria-label="Remove setup.exe"]').click();
        await until(() => !find(element, 'ul'));
    });

    it('makes no content of a file that was removed on its way, and goes on with the next', async () => {
        const { element, uploads, uploaded } = open();
        choose(element, [fileOf('Wrong.pdf'), fileOf('Pricing.pdf')]);
        await until(() => uploads.length === 1);
        find(element, '[aria-label="Remove Wrong.pdf"]').click();
        expect(uploads[0].isAborted).toBe(true);
        await until(() => uploads.length === 2);
        uploads[1].answer(201, FILE);
        await until(() => uploaded.length === 1);
    });

    it('takes files that are dropped on it, and keeps them from the email around; in a tab from anywhere', async () => {
        const { element, uploads } = open();
        const around = jest.fn();
        document.addEventListener('drop', around);
        expect(drop(element, [fileOf('Pricing.pdf')]).defaultPrevented).toBe(true);
        document.removeEventListener('drop', around);
        expect(around).not.toHaveBeenCalled();
        expect(drop(document.body, [fileOf('Other.pdf')]).defaultPrevented).toBe(false);
        await until(() => uploads.length === 1);
        const tab = open({ wholePage: true });
        drop(document.body, [fileOf('Pricing.pdf')]);
        await until(() => tab.uploads.length === 1);
    });
});
