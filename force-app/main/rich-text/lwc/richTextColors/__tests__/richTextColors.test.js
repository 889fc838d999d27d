import RichTextColors from 'c/richTextColors';
import { findAll, heard, show } from '../../../../../test/page';

const names = (element) => findAll(element, 'button').map((button) => button.title);
const focused = (element) => element.shadowRoot.activeElement?.title;

describe('c-rich-text-colors', () => {
    it('names each color, begins with none, and starts at the one that the text has', () => {
        const element = show('c-rich-text-colors', RichTextColors, { kind: 'color', value: '#C5221F' });
        expect(names(element).slice(0, 4)).toEqual(['Default', 'Black', 'Gray', 'Red']);
        expect(focused(element)).toBe('Red');
        expect(focused(show('c-rich-text-colors', RichTextColors, { kind: 'background-color', value: '' }))).toBe('None');
    });

    it('tells which one was chosen', () => {
        const element = show('c-rich-text-colors', RichTextColors, { kind: 'background-color', value: '' });
        const chosen = heard(element, 'choose');
        for (const name of ['Yellow', 'None'])
            findAll(element, 'button')
                .find((button) => button.title === name)
                .click();
        expect(chosen).toEqual(['#fff475', '']);
    });

    it('moves with the arrow keys, round both ends', () => {
        const element = show('c-rich-text-colors', RichTextColors, { kind: 'color', value: '' });
        const press = (key) =>
            findAll(element, 'button')
                .find((button) => button.title === focused(element))
                .dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
        press('ArrowLeft');
        expect(focused(element)).toBe('Brown');
        press('ArrowRight');
        press('ArrowRight');
        expect(focused(element)).toBe('Black');
    });
});
