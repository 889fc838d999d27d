import RichTextEditor from 'c/richTextEditor';
import { loadScript } from 'lightning/platformResourceLoader';
import { find, heard, labelled, show, until, words } from '../../../../../test/page';

const text = (element) => find(element, '[role="textbox"]');
/** What a browser does with a key before anybody helps it. */
function type(element, html) {
    // eslint-disable-next-line @lwc/lwc/no-inner-html
    text(element).innerHTML = html;
    text(element).dispatchEvent(new CustomEvent('input'));
}

/** In a browser, with the library, it is tested by the journeys; here it never comes. */
describe('c-rich-text-editor without its library', () => {
    it('can be written in at once, has the font of the email, and tells what is written', () => {
        const element = show('c-rich-text-editor', RichTextEditor, { label: 'Email', value: '<p>Hi</p>', textStyle: 'font-size:14px' });
        const changes = heard(element, 'change');
        expect(text(element)).toMatchObject({ textContent: 'Hi', ariaLabel: 'Email' });
        expect(text(element).parentElement.style.fontSize).toBe('14px');
        type(element, '<p>Hi Dana</p>');
        type(element, '<p><br></p>');
        expect(changes).toEqual([{ value: '<p>Hi Dana</p>' }, { value: '' }]);
    });

    it('says when the tools do not come, and tries again', async () => {
        jest.mocked(loadScript).mockRejectedValueOnce(new Error('offline'));
        const element = show('c-rich-text-editor', RichTextEditor, { label: 'Email' });
        await until(() => words(element).includes('The formatting tools could not be loaded. You can write without them.'));
        const before = jest.mocked(loadScript).mock.calls.length;
        labelled(element, 'Try Again').click();
        expect(loadScript).toHaveBeenCalledTimes(before + 1);
    });

    it('puts a signature below the words and does not touch them', () => {
        const element = show('c-rich-text-editor', RichTextEditor, { label: 'Email' });
        type(element, '<p>Hi</p>');
        const [first] = text(element).childNodes;
        expect(element.exchangeEnd('', '<p>Rae</p>')).toBe(true);
        expect([text(element).firstChild, element.value]).toEqual([first, '<p>Hi</p><p>Rae</p>']);
        expect(element.exchangeEnd('<p>Noor</p>', '<p>Team</p>')).toBe(false);
        expect(element.exchangeEnd('<p>Rae</p>', '<p>Team</p>')).toBe(true);
        expect(element.value).toBe('<p>Hi</p><p>Team</p>');
    });

    it('takes what could act in the page out of words that this machine has kept', () => {
        const value = '<p onclick="x()" style="position:fixed;color:red">Hi<img src="x" onerror="x()"><script>x()</script></p>';
        const element = show('c-rich-text-editor', RichTextEditor, { label: 'Email', value });
        // eslint-disable-next-line @lwc/lwc/no-inner-html
        expect(text(element).innerHTML).toBe('<p style="color: red;">Hi<img src="x" alt=""></p>');
        element.exchangeEnd('', '<p onclick="x()">Rae</p>');
        expect(text(element).querySelector('[onclick]')).toBeNull();
    });

    it('takes a field at its end', () => {
        const element = show('c-rich-text-editor', RichTextEditor, { label: 'Email', value: '<p>Hi </p>' });
        element.insertText('{{first_name}}');
        expect(element.value).toBe('<p>Hi {{first_name}}</p>');
    });

    it('takes a link at its end', () => {
        const element = show('c-rich-text-editor', RichTextEditor, { label: 'Email', value: '<p>Hi </p>' });
        element.insertLink({ text: 'Pricing.pdf', href: 'https://a.example/?b=1' });
        expect(element.value).toBe('<p>Hi <a href="https://a.example/?b=1">Pricing.pdf</a></p>');
    });

    it('leaves out no words that look like its own marks', () => {
        const element = show('c-rich-text-editor', RichTextEditor, { label: 'Email' });
        type(element, '<p>Our c-level people and lwc-stuff agree</p>');
        expect(element.value).toBe('<p>Our c-level people and lwc-stuff agree</p>');
    });

    it('knows a signature however the service has spelt it', () => {
        const value = '<p>Hi</p><p>Acme &amp; &#39;Co<br>1</p>';
        const element = show('c-rich-text-editor', RichTextEditor, { label: 'Email', value });
        expect(element.exchangeEnd('<p>Acme &amp; &#39;Co<br />1</p>', '<p>B</p>')).toBe(true);
        expect(element.value).toBe('<p>Hi</p><p>B</p>');
    });

    it('says nothing when a word of an input method ends before the library is there', () => {
        const element = show('c-rich-text-editor', RichTextEditor, { label: 'Email' });
        text(element).dispatchEvent(new CustomEvent('compositionstart'));
        text(element).dispatchEvent(new CustomEvent('compositionend'));
        expect(text(element).isConnected).toBe(true);
    });
});
