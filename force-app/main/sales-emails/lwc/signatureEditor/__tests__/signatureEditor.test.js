import SignatureEditor from 'c/signatureEditor';
import { find, fire, heard, labelled, show, until, words } from '../../../../../test/page';
import { identity } from '../../../../../test/seed';
import { problem, serve } from '../../../../../test/service';
/** @import { Identity } from 'service' */
/** @import { Routes } from '../../../../../test/answers' */

const PATH = `/identities/${identity().id}`;
/** @param {Routes} routes */
function open(routes = {}) {
    const calls = serve({ 'PATCH /identities/{id}': ({ body }) => identity(/** @type {Partial<Identity>} */ (body)), ...routes });
    const element = show('c-signature-editor', SignatureEditor, { identity: identity() });
    return { element, calls, closes: heard(element, 'modalclose') };
}
const editor = (element) => find(element, 'lightning-input-rich-text');

describe('c-signature-editor', () => {
    it('opens with the signature of the address and names the address', () => {
        const { element } = open();
        expect(editor(element).value).toBe('<p>Rae Ortiz</p>');
        expect(words(element)).toContain('rae@acme.example');
    });

    it('saves what was written and closes with the identity', async () => {
        const { element, calls, closes } = open();
        fire(editor(element), 'change', { value: '<p>Rae Ortiz, Acme</p>' });
        labelled(element, 'Save').click();
        await until(() => closes.length === 1);
        expect(calls).toMatchObject([{ method: 'PATCH', path: PATH, body: { signatureHtml: '<p>Rae Ortiz, Acme</p>' } }]);
        expect(closes[0].result.signatureHtml).toBe('<p>Rae Ortiz, Acme</p>');
    });

    it('can be emptied', async () => {
        const { element, calls, closes } = open();
        fire(editor(element), 'change', { value: '' });
        labelled(element, 'Save').click();
        await until(() => closes.length === 1);
        expect(calls[0].body).toEqual({ signatureHtml: '' });
    });

    it('changes nothing when the rep cancels', () => {
        const { element, calls, closes } = open();
        fire(editor(element), 'change', { value: '' });
        labelled(element, 'Cancel').click();
        expect(closes).toEqual([{ result: undefined }]);
        expect(calls).toEqual([]);
    });

    it('keeps what was written when it cannot be saved', async () => {
        const { element, closes } = open({
            'PATCH /identities/{id}': problem(500, 'unexpected', 'The service is being updated.')
        });
        fire(editor(element), 'change', { value: '<p>New</p>' });
        labelled(element, 'Save').click();
        await until(() => find(element, 'c-error-panel', '.title')?.textContent === 'The service is being updated.');
        expect(closes).toEqual([]);
        expect(labelled(element, 'Save').disabled).toBe(false);
    });
});
