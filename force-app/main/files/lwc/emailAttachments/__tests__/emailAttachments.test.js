import EmailAttachments from 'c/emailAttachments';
import { find, findAll, heard, show, until, words } from '../../../../../test/page';
import { Answer, problem, serve } from '../../../../../test/service';
import { fileOf, serveUploads } from '../../../../../test/uploads';
/** @import { Properties } from '../../../../../test/answers' */

const OFFER = { id: '99999999-9999-4999-8999-999999999901', name: 'offer.pdf', type: 'application/pdf', size: 400_000 };
const LINK = 'POST /files/upload-links';
const url = 'https://service.example/uploads/token?name=x';

/** @param {Properties<EmailAttachments>} [properties] */
function open(properties) {
    const uploads = serveUploads();
    const calls = serve({ [LINK]: { url }, 'DELETE /files/{id}': new Answer(204) });
    const element = show('c-email-attachments', EmailAttachments, properties);
    // jsdom lays nothing out
    element.getClientRects = () => [{}];
    const changes = heard(element, 'change');
    return { element, uploads, calls, changes };
}
/** @param {any} element @param {File[]} files */
function choose(element, files) {
    const input = find(element, 'input');
    Object.defineProperty(input, 'files', { value: files, configurable: true });
    input.dispatchEvent(new CustomEvent('change'));
}
/** @param {string} name @param {File[]} files */
function drag(name, files) {
    const event = Object.assign(new CustomEvent(name, { cancelable: true, bubbles: true }), { dataTransfer: { types: ['Files'], files } });
    document.body.dispatchEvent(event);
    return event;
}
const bar = (element) => find(element, '[role="progressbar"]');
const said = (element) => find(element, '[role="status"]').textContent;
const alert = (element) => find(element, '[role="alert"]')?.textContent;

describe('c-email-attachments', () => {
    it('uploads one file after the other, says how far each is, and hands over what the service keeps', async () => {
        const { element, uploads, calls, changes } = open();
        choose(element, [fileOf('offer.pdf', 400_000), fileOf('plan.docx', 1_200_000)]);
        await until(() => uploads.length === 1);
        expect(changes.at(-1)).toEqual({ files: [], uploading: 2, failed: 0 });
        expect(said(element)).toBe('Uploading offer.pdf');
        expect(words(element)).toContain('2 files, 1.6 of 20 MB');
        uploads[0].progress(42);
        await until(() => bar(element).getAttribute('aria-valuenow') === '42');
        expect(bar(element).getAttribute('aria-label')).toBe('Uploading offer.pdf');
        uploads[0].answer(201, OFFER);
        await until(() => uploads.length === 2);
        uploads[1].answer(201, { ...OFFER, id: 'b', name: 'plan.docx', size: 1_200_000 });
        await until(() => said(element) === 'plan.docx is attached.');
        expect(changes.at(-1)).toEqual({
            files: [OFFER, { ...OFFER, id: 'b', name: 'plan.docx', size: 1_200_000 }],
            uploading: 0,
            failed: 0
        });
        expect(calls.map(({ body }) => body)).toEqual([
            { name: 'offer.pdf', size: 400_000 },
            { name: 'plan.docx', size: 1_200_000 }
        ]);
        expect(uploads[0]).toMatchObject({ url, headers: { 'content-type': 'application/octet-stream' } });
        expect(findAll(element, 'lightning-icon').map(({ iconName }) => iconName)).toContain('doctype:pdf');
    });

    it('says what does not fit and why, and uploads nothing of it', async () => {
        const { element, uploads, calls } = open({ files: [OFFER] });
        choose(element, [fileOf('large.zip', 19_700_000)]);
        await until(() => alert(element));
        expect(alert(element)).toContain('Not attached: large.zip');
        expect(alert(element)).toContain('may have 20 MB together, because many mail servers take no more');
        choose(
            element,
            Array.from({ length: 10 }, (_, number) => fileOf(`${number}.txt`))
        );
        await until(() => alert(element).includes('An email may have 10 files.'));
        expect(alert(element)).toContain('Not attached: 9.txt');
        await until(() => uploads.length === 1);
        expect(calls.map(({ body }) => body.name)).toEqual(['0.txt']);
    });

    it('keeps to the room of an Outlook mailbox without drafts, unless the email leaves elsewhere', async () => {
        const sender = /** @type {const} */ ({ attachmentLimitBytes: 2_000_000, attachmentLimitReason: 'mailbox_permission' });
        const { element, uploads } = open({ sender });
        choose(element, [fileOf('large.pdf', 2_500_000)]);
        await until(() => alert(element)?.includes('may have 2 MB together: MSI Actions may send from your Outlook mailbox'));
        element.identityId = '8';
        choose(element, [fileOf('large.pdf', 2_500_000)]);
        await until(() => uploads.length === 1);
        expect(alert(element)).toBeUndefined();
        element.identityId = '';
        await until(() => alert(element)?.includes('may have 2 MB together'));
    });

    it('shows the sentence of the service at the file, and offers to try again what may come to something', async () => {
        const { element, uploads, changes } = open();
        serve({ [LINK]: problem(415, 'file_type_refused', 'Mail providers do not take files that end in .exe.') });
        choose(element, [fileOf('setup.exe')]);
        await until(() => alert(element) === 'Mail providers do not take files that end in .exe.');
        expect(find(element, '[aria-label="Try Again: setup.exe"]')).toBeNull();
        expect(changes.at(-1)).toEqual({ files: [], uploading: 0, failed: 1 });
        find(element, '[aria-label="Remove setup.exe"]').click();
        serve({ [LINK]: { url } });
        choose(element, [fileOf('offer.pdf')]);
        await until(() => uploads.length === 1);
        uploads[0].fail();
        const retry = await until(() => find(element, '[aria-label="Try Again: offer.pdf"]'));
        retry.click();
        await until(() => uploads.length === 2);
        uploads[1].answer(201, OFFER);
        await until(() => changes.at(-1).files.length === 1);
        expect(changes.at(-1)).toEqual({ files: [OFFER], uploading: 0, failed: 0 });
    });

    it('removes what is there and what is on its way', async () => {
        const { element, uploads, calls, changes } = open({ files: [OFFER] });
        const left = heard(element, 'leave');
        choose(element, [fileOf('plan.docx')]);
        await until(() => uploads.length === 1);
        find(element, '[aria-label="Remove offer.pdf"]').click();
        await until(() => calls.some(({ method, path }) => method === 'DELETE' && path === `/files/${OFFER.id}`));
        find(element, '[aria-label="Remove plan.docx"]').click();
        expect(uploads[0].isAborted).toBe(true);
        expect(changes.at(-1)).toEqual({ files: [], uploading: 0, failed: 0 });
        expect(left).toHaveLength(1);
        await until(() => !find(element, 'ul'));
    });

    it('takes and gives nothing while the email leaves', async () => {
        const { element, uploads, changes } = open({ files: [OFFER], isLocked: true });
        expect(drag('dragover', []).defaultPrevented).toBe(true);
        expect(drag('drop', [fileOf('late.pdf')]).defaultPrevented).toBe(true);
        expect(find(element, '[aria-label="Remove offer.pdf"]').disabled).toBe(true);
        expect([words(element).includes('late.pdf'), uploads, changes]).toEqual([false, [], []]);
    });

    it('shows where files can be dropped and takes them; pictures that the text has taken stay there', async () => {
        const { element, uploads } = open();
        const zone = () => !find(element, 'p.drop') === false;
        expect(drag('dragover', []).defaultPrevented).toBe(true);
        await until(zone);
        drag('drop', [fileOf('offer.pdf', 1000, 'application/pdf')]);
        await until(() => uploads.length === 1 && !zone());
        const onText = (event) => event.preventDefault();
        document.body.addEventListener('drop', onText);
        drag('drop', [fileOf('chart.png', 1000, 'image/png')]);
        document.body.removeEventListener('drop', onText);
        expect(words(element)).not.toContain('chart.png');
    });
});
