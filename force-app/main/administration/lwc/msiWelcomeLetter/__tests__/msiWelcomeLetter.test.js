import LightningModal from 'lightning/modal';
import MsiWelcomeLetter from 'c/msiWelcomeLetter';
import { find, heard, labelled, show, until, words } from '../../../../../test/page';
import { problem, serve } from '../../../../../test/service';
/** @import { WelcomeLetterPage } from 'service' */

/** @type {WelcomeLetterPage} */
const OURS = {
    subject: 'Join us',
    bodyHtml: '<p>Hello</p>',
    isOurs: true,
    updatedAt: null,
    updatedBy: null,
    tokens: ['first_name', 'invited_by', 'company']
};
/** @type {WelcomeLetterPage} */
const THEIRS = { ...OURS, subject: 'Hi', isOurs: false, updatedBy: 'Avery Stone', updatedAt: '2026-11-28T09:00:00Z' };

/** @param {WelcomeLetterPage} page @param {import('../../../../../test/answers').Routes} routes */
async function open(page = OURS, routes = {}) {
    const calls = serve({ 'GET /welcome-letter': page, ...routes });
    const element = show('c-msi-welcome-letter', MsiWelcomeLetter);
    const unsaved = heard(element, 'unsaved');
    await until(() => !find(element, 'c-msi-page').isLoading);
    return { element, unsaved, made: (method) => calls.filter((call) => call.method === method) };
}
const type = (element, selector, value) => find(element, selector).dispatchEvent(new CustomEvent('change', { detail: { value } }));

describe('c-msi-welcome-letter', () => {
    it('shows words that were not saved to whoever comes back, and discards them on demand', async () => {
        const { element } = await open();
        type(element, 'lightning-input', 'Hi there');
        type(element, 'lightning-input-rich-text', '<p>Good day</p>');
        element.remove();
        const again = (await open()).element;
        expect([find(again, 'lightning-input').value, find(again, 'lightning-input-rich-text').value]).toEqual([
            'Hi there',
            '<p>Good day</p>'
        ]);
        labelled(find(again, 'c-msi-page'), 'Discard Changes').click();
        await until(() => find(again, 'lightning-input-rich-text').value === '<p>Hello</p>');
        expect(find(again, 'lightning-input').value).toBe('Join us');
        expect(sessionStorage.length).toBe(0);
    });

    it('saves the words that were changed, and says who wrote them', async () => {
        const { element, unsaved, made } = await open(OURS, { 'PUT /welcome-letter': THEIRS });
        expect(words(element)).toContain('This is the standard text.');
        expect(labelled(element, 'Save').disabled).toBe(true);
        type(element, 'lightning-input', 'Hi');
        await until(() => !labelled(element, 'Save').disabled);
        labelled(element, 'Save').click();
        await until(() => words(element).includes('Avery Stone wrote this text.'));

        expect(made('PUT')[0].body).toEqual({ subject: 'Hi', bodyHtml: '<p>Hello</p>' });
        expect(unsaved).toEqual([true, false]);
    });

    it('shows the email as it would read, without saving it', async () => {
        const preview = {
            fromName: 'Acme via MSI Actions',
            company: 'Acme',
            subject: 'Join us, Avery',
            bodyHtml: '<p>Hello Avery</p>',
            button: 'Get Started',
            validity: 'Until then.',
            footer: 'Because.'
        };
        const { element, made } = await open(OURS, { 'POST /welcome-letter/preview': preview });
        labelled(element, 'Preview').click();
        await until(() => find(element, '.letter'));

        expect(words(element)).toContain('Join us, Avery');
        expect(find(element, 'lightning-formatted-rich-text').value).toBe('<p>Hello Avery</p>');
        expect(made('PUT')).toEqual([]);
    });

    it('goes back to the standard text only after a yes', async () => {
        const { element, made } = await open(THEIRS, { 'DELETE /welcome-letter': OURS });
        LightningModal.open = jest.fn().mockResolvedValue(false);
        labelled(element, 'Use Standard Text').click();
        await until(() => LightningModal.open.mock.calls.length === 1);
        expect(made('DELETE')).toEqual([]);

        LightningModal.open.mockResolvedValue(true);
        labelled(element, 'Use Standard Text').click();
        await until(() => words(element).includes('This is the standard text.'));
        expect(labelled(element, 'Use Standard Text')).toBeUndefined();
    });

    it('keeps what was typed when it is refused, and says why', async () => {
        const refused = problem(400, 'validation_failed', 'Nothing is known for {{surname}}.');
        const { element } = await open(OURS, { 'PUT /welcome-letter': refused });
        type(element, 'lightning-input', 'Hi {{surname}}');
        await until(() => !labelled(element, 'Save').disabled);
        labelled(element, 'Save').click();
        await until(() => find(element, 'c-error-panel'));

        expect(find(element, 'c-error-panel').error.message).toBe('Nothing is known for {{surname}}.');
        expect(find(element, 'lightning-input').value).toBe('Hi {{surname}}');
    });
});
