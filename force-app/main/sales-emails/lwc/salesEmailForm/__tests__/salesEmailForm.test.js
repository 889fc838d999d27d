import SalesEmailForm from 'c/salesEmailForm';
import { find, fire, heard, labelled, show, until, words } from '../../../../../test/page';
/** @import { RefusedRecipient } from 'service' */
/** @import { Properties } from '../../../../../test/answers' */

const empty = { cc: [], bcc: [], subject: '', bodyHtml: '<p>Rae</p>' };
/** @param {Properties<SalesEmailForm>} [properties] */
const form = (properties) =>
    show('c-sales-email-form', SalesEmailForm, {
        recordId: '00Q000000000001EAA',
        from: 'Rae Ortiz <rae@acme.example>',
        to: 'Dana Whitfield <dana@globex.example>',
        words: empty,
        ...properties
    });

describe('c-sales-email-form', () => {
    it('lets the rep choose the sender where there is a choice', () => {
        const senders = [
            { id: '', label: 'Rae Ortiz <rae@acme.example>', isSelected: true },
            { id: '8', label: 'Acme Sales <sales@acme.example>', isSelected: false }
        ];
        const element = form({ senders });
        const chosen = heard(element, 'changesender');
        const select = find(element, 'select');
        expect([...select.options].map(({ text }) => text)).toEqual(senders.map(({ label }) => label));
        select.value = '8';
        select.dispatchEvent(new CustomEvent('change'));
        expect(chosen).toEqual(['8']);
    });

    it('puts a link to content into the text, and says so until the rep writes on', async () => {
        const element = form();
        const changes = heard(element, 'change');
        fire(find(element, 'c-compose-tools'), 'content', { text: 'Pricing.pdf', href: 'https://a.example' });
        expect(changes).toEqual([{ bodyHtml: '<p>Rae<a href="https://a.example">Pricing.pdf</a></p>' }]);
        await until(() => find(element, '.adding').textContent === 'The link to Pricing.pdf is in the text.');
        fire(find(element, 'c-rich-text-editor'), 'change', { value: '<p>Hi</p>' });
        await until(() => find(element, '.adding').textContent === '');
    });

    it('says from whom and to whom', () => {
        expect(words(form())).toBe('FromRae Ortiz <rae@acme.example>ToDana Whitfield <dana@globex.example>CcBcc');
    });

    it('shows Cc and Bcc when they are asked for, and at once when they are filled', async () => {
        const element = form();
        expect(find(element, 'c-address-input')).toBeNull();
        labelled(element, 'Cc').click();
        await until(() => find(element, '.cc'));
        expect(labelled(element, 'Cc')).toBeUndefined();
        expect(find(form({ words: { ...empty, bcc: ['a@x.example'] } }), '.bcc').addresses).toEqual(['a@x.example']);
    });

    it('hands each field the refusals that are its own', () => {
        /** @type {RefusedRecipient[]} */
        const refused = [
            { field: 'cc', address: 'gail@x.example', reason: 'recipient_opted_out' },
            { field: 'bcc', address: 'gail@x.example', reason: 'recipient_opted_out' }
        ];
        const element = form({ words: { ...empty, cc: ['gail@x.example'], bcc: ['gail@x.example'] }, refused });
        expect(find(element, '.cc').refused).toEqual([refused[0]]);
        expect(find(element, '.bcc').refused).toEqual([refused[1]]);
    });

    it('keeps the place of a sender that nobody has said yet', () => {
        expect(find(form({ from: '' }), '.sender-to-come')).not.toBeNull();
    });

    it('has all fields at once', () => {
        const element = form();
        expect(find(element, '.subject')).not.toBeNull();
        expect(find(element, '.bodyHtml').value).toBe('<p>Rae</p>');
    });

    it('finds no fault with a subject before Send is pressed', async () => {
        const element = form();
        expect(find(element, '.subject').required).toBe(false);
        element.hasTried = true;
        await until(() => find(element, '.subject').required);
    });

    it('shows the words that it is given anew, also when it was given the same before', async () => {
        const element = form({ words: { ...empty, bodyHtml: '' } });
        const text = find(element, '.bodyHtml', '[role="textbox"]');
        text.textContent = 'words that should go';
        text.dispatchEvent(new CustomEvent('input'));
        element.words = { ...empty, bodyHtml: '' };
        await until(() => text.textContent === '');
    });

    it('puts a signature below the words, and another one in its place', async () => {
        const element = form({ words: { ...empty, bodyHtml: '<p>Hi</p>' } });
        element.exchangeSignature('', '<p>Rae</p>');
        expect(find(element, '.bodyHtml').value).toBe('<p>Hi</p><p><br></p><p>Rae</p>');
        element.exchangeSignature('<p>Rae</p>', '<p>The team</p>');
        expect(find(element, '.bodyHtml').value).toBe('<p>Hi</p><p><br></p><p>The team</p>');
    });

    it('gives the focus to the editor if the subject is written already', async () => {
        const focused = [];
        const focus = jest.spyOn(HTMLElement.prototype, 'focus').mockImplementation(function note() {
            focused.push(this.className);
        });
        const element = form({ words: { ...empty, subject: 'Pricing' } });
        element.focus();
        await until(() => find(element, '.bodyHtml'));
        await Promise.resolve();
        focus.mockRestore();
        expect(focused).toEqual(['text']);
    });

    it('tells what changes', async () => {
        const element = form();
        await until(() => find(element, '.bodyHtml'));
        const changes = heard(element, 'change');
        fire(find(element, '.subject'), 'change', { value: 'Pricing' });
        fire(find(element, '.bodyHtml'), 'change', { value: '<p>Hi</p>' });
        expect(changes).toEqual([{ subject: 'Pricing' }, { bodyHtml: '<p>Hi</p>' }]);
    });

    it('does not put its first words back while the rep writes', async () => {
        const element = form();
        await until(() => find(element, '.bodyHtml'));
        fire(find(element, '.bodyHtml'), 'change', { value: '<p>Hi</p>' });
        fire(find(element, '.subject'), 'change', { value: 'Pricing' });
        await Promise.resolve();
        expect(find(element, '.bodyHtml').value).toBe('<p>Rae</p>');
    });

    it('offers another person only where there are others', () => {
        expect(labelled(form(), 'Change')).toBeUndefined();
        const element = form({ canChangePerson: true });
        const asked = heard(element, 'changeperson');
        labelled(element, 'Change').click();
        expect(asked).toHaveLength(1);
    });
});
