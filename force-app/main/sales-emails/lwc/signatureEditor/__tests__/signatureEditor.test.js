import SignatureEditor from 'c/signatureEditor';
import { find, fire, heard, labelled, show, until } from '../../../../../test/page';
import { problem, serve } from '../../../../../test/service';

const me = (changes) => ({
    id: '66666666-6666-4666-8666-666666666666',
    email: 'rae@acme.example',
    name: 'Rae Ortiz',
    role: 'rep',
    signatureHtml: '<p>Rae Ortiz</p>',
    panelTourDone: true,
    ...changes
});
async function open(routes = {}) {
    const calls = serve({ 'GET /me': me(), 'PATCH /me': me(), ...routes });
    const element = show('c-signature-editor', SignatureEditor);
    const closes = heard(element, 'modalclose');
    await until(() => !find(element, 'c-stencil'));
    return { element, calls, closes };
}
const editor = (element) => find(element, 'lightning-input-rich-text');

describe('c-signature-editor', () => {
    it('opens with the signature that the rep has', async () => {
        const { element } = await open();
        expect(editor(element).value).toBe('<p>Rae Ortiz</p>');
    });

    it('saves what was written and closes', async () => {
        const { element, calls, closes } = await open();
        fire(editor(element), 'change', { value: '<p>Rae Ortiz, Acme</p>' });
        labelled(element, 'Save').click();
        await until(() => closes.length === 1);
        expect(calls.at(-1)).toMatchObject({ method: 'PATCH', path: '/me', body: { signatureHtml: '<p>Rae Ortiz, Acme</p>' } });
        expect(closes).toEqual([{ result: true }]);
    });

    it('changes nothing when the rep cancels', async () => {
        const { element, calls, closes } = await open();
        fire(editor(element), 'change', { value: '' });
        labelled(element, 'Cancel').click();
        expect(closes).toEqual([{ result: false }]);
        expect(calls.map(({ method }) => method)).toEqual(['GET']);
    });

    it('keeps what was written when it cannot be saved', async () => {
        const { element, closes } = await open({ 'PATCH /me': problem(503, 'unavailable', 'The service is being updated.') });
        fire(editor(element), 'change', { value: '<p>New</p>' });
        labelled(element, 'Save').click();
        await until(() => find(element, 'c-error-panel', '.title')?.textContent === 'The service is being updated.');
        expect(closes).toEqual([]);
        expect(labelled(element, 'Save').disabled).toBe(false);
    });

    it('can try again when the signature cannot be read, and saves nothing before', async () => {
        const { element } = await open({ 'GET /me': problem(503, 'unavailable', 'The service is being updated.') });
        expect(labelled(element, 'Save').disabled).toBe(true);
        serve({ 'GET /me': me() });
        find(element, 'c-error-panel', 'lightning-button').click();
        await until(() => editor(element));
    });
});
