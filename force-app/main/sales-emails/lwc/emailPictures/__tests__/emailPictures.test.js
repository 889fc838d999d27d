import { uploadPicture } from 'c/emailPictures';
import { problem, serve } from '../../../../../test/service';

jest.mock('@salesforce/apex/PanelToken.issue', () => ({ default: jest.fn() }), { virtual: true });

/** @typedef {import('service').Picture} Picture */

/** @type {Picture} */
const KEPT = { src: 'https://msi.example/pictures/00D000000000001EAA.abcdefghijklmnopqrstuvwx', width: 40, height: 30 };
const PNG = '\x89PNG\r\n\x1a\n';
const JPEG = '\xff\xd8\xff\xe0';
const PHOTO = '\xff\xd8\xff\xe1\x00\x10Exif\x00\x00';
const WEBP = 'RIFF\x24\x00\x00\x00WEBPVP8 ';

/** @param {string} start */
function fileOf(start, size = start.length) {
    const bytes = new Uint8Array(size);
    for (let at = 0; at < start.length; at += 1) bytes[at] = start.charCodeAt(at);
    return new Blob([bytes]);
}

/** @param {any} call */
const startSent = (call) => atob(call.body.content).slice(0, 12);

describe('A picture on its way into an email', () => {
    /** @type {{ width: number; height: number; type: string }[]} */
    let drawn;
    /** @type {(width: number, type: string) => number} */
    let sizeOf;
    let alpha = 255;

    beforeEach(() => {
        const { default: issueToken } = jest.requireMock('@salesforce/apex/PanelToken.issue');
        issueToken.mockResolvedValue({ serverUrl: 'https://msi.example', token: 'token' });
        drawn = [];
        sizeOf = () => 1_000;
        alpha = 255;
    });

    /** What jsdom has not: decoding and drawing. @param {number} width @param {number} height */
    function browserReads(width, height) {
        Object.assign(globalThis, { createImageBitmap: async () => ({ width, height, close: () => undefined }) });
        Object.assign(HTMLCanvasElement.prototype, {
            getContext() {
                return { drawImage: () => undefined, getImageData: () => ({ data: [0, 0, 0, alpha] }) };
            },
            /** @this {HTMLCanvasElement} @param {(blob: Blob) => void} done @param {string} type */
            toBlob(done, type) {
                drawn.push({ width: this.width, height: this.height, type });
                done(fileOf(type === 'image/png' ? PNG : JPEG, sizeOf(this.width, type)));
            }
        });
    }
    function browserCannotRead() {
        Object.assign(globalThis, { createImageBitmap: () => Promise.reject(new DOMException('no', 'InvalidStateError')) });
    }

    it.each([PNG, JPEG])('that is small leaves as it is', async (start) => {
        browserReads(40, 30);
        const calls = serve({ 'POST /pictures': KEPT });
        expect(await uploadPicture(fileOf(start))).toEqual(KEPT);
        expect(drawn).toEqual([]);
        expect(startSent(calls.at(-1))).toBe(start);
    });

    it('that is wide is scaled down to 1600 pixels, and a PNG stays one', async () => {
        browserReads(4_000, 1_000);
        const calls = serve({ 'POST /pictures': KEPT });
        await uploadPicture(fileOf(PNG));
        expect(drawn).toEqual([{ width: 1_600, height: 400, type: 'image/png' }]);
        expect(startSent(calls.at(-1)).startsWith(PNG)).toBe(true);
    });

    it('from a camera is drawn anew, upright and without the place', async () => {
        browserReads(800, 600);
        serve({ 'POST /pictures': KEPT });
        await uploadPicture(fileOf(PHOTO));
        expect(drawn).toEqual([{ width: 800, height: 600, type: 'image/jpeg' }]);
    });

    it('that is large as PNG becomes a JPEG, unless one can look through it: then it becomes smaller', async () => {
        browserReads(1_600, 1_000);
        serve({ 'POST /pictures': KEPT });
        sizeOf = (width, type) => (type === 'image/png' ? width * 1_000 : 300_000);
        await uploadPicture(fileOf(PNG, 1_200_000));
        expect(drawn.map(({ type }) => type)).toEqual(['image/png', 'image/jpeg']);
        drawn = [];
        alpha = 0;
        await uploadPicture(fileOf(PNG, 1_200_000));
        expect(drawn.map(({ width, type }) => [width, type])).toEqual([
            [1_600, 'image/png'],
            [1_200, 'image/png'],
            [900, 'image/png']
        ]);
    });

    it('of a kind that not all mail programs show becomes one that they do', async () => {
        browserReads(40, 30);
        const calls = serve({ 'POST /pictures': KEPT });
        await uploadPicture(fileOf(WEBP));
        expect(startSent(calls.at(-1)).startsWith(PNG)).toBe(true);
    });

    it('that moves stays as it is, and one that is too large is refused here with its size and the limit', async () => {
        browserCannotRead();
        const calls = serve({ 'POST /pictures': KEPT });
        await uploadPicture(fileOf('GIF89a'));
        expect(startSent(calls.at(-1))).toBe('GIF89a');
        const sent = calls.length;
        await expect(uploadPicture(fileOf('GIF89a', 7_310_000))).rejects.toMatchObject({
            code: 'picture_too_large',
            message: 'This picture has 7.4 MB, and one picture may have 2 MB. Make it smaller, then insert it again.'
        });
        expect(calls).toHaveLength(sent);
    });

    it('that the browser cannot read is refused in words, and nothing is sent', async () => {
        browserCannotRead();
        const calls = serve({ 'POST /pictures': KEPT });
        await expect(uploadPicture(fileOf('<svg xmlns="http://www.w3.org/2000/svg"/>'))).rejects.toMatchObject({
            code: 'picture_type_refused',
            message: 'This file cannot be read as a picture. Insert a PNG, JPEG or GIF.'
        });
        expect(calls).toEqual([]);
    });

    it('that the service refuses says why', async () => {
        browserReads(40, 30);
        serve({ 'POST /pictures': problem(429, 'picture_quota_reached', 'You have inserted 50 MB of pictures within a day.') });
        await expect(uploadPicture(fileOf(PNG))).rejects.toMatchObject({
            code: 'picture_quota_reached',
            message: 'You have inserted 50 MB of pictures within a day.'
        });
    });
});
