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
});
