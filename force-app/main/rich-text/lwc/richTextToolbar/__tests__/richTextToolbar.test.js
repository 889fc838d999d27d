import RichTextToolbar from 'c/richTextToolbar';
import { find, findAll, fire, heard, show, until } from '../../../../../test/page';
/** @import { FormatState } from 'richText' */

/** @type {FormatState} */
const PLAIN = {
    marks: [],
    styles: { color: '', 'background-color': '', 'font-family': '', 'font-size': '' },
    align: 'start',
    list: undefined,
    link: undefined,
    hasSelection: false,
    isInTable: false,
    canUndo: false,
    canRedo: false
};

/** @param {Partial<FormatState>} [changes] */
function open(changes = {}) {
    const element = show('c-rich-text-toolbar', RichTextToolbar, { state: { ...PLAIN, ...changes } });
    const calls = [];
    const editor = new Proxy(
        {},
        {
            get:
                (_, name) =>
                (...args) =>
                    calls.push([name, ...args])
        }
    );
    element.addEventListener('command', (event) => /** @type {CustomEvent} */ (event).detail(editor));
    const tool = (name) => find(element, `[data-tool="${name}"]`);
    return { element, calls, tool };
}
const press = (target, key) => target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));

describe('c-rich-text-toolbar', () => {
    it('offers nothing before there is something to format', () => {
        const element = show('c-rich-text-toolbar', RichTextToolbar);
        expect(findAll(element, '[data-tool]').every(({ disabled }) => disabled)).toBe(true);
    });

    it('shows what is true of the text, with a name and a state for everybody', () => {
        const { tool } = open({ marks: ['bold'], list: 'number', align: 'center' });
        const pressed = ['bold', 'italic', 'number', 'bullet', 'center', 'start'].map((name) => tool(name).ariaPressed);
        expect(pressed).toEqual(['true', 'false', 'true', 'false', 'true', 'false']);
        expect([tool('bold').title, tool('link').ariaPressed]).toEqual(['Bold', null]);
        expect([tool('undo').disabled, tool('redo').disabled]).toEqual([true, true]);
    });

    it('does at once what needs one press', () => {
        const { calls, tool } = open({ canUndo: true });
        for (const name of ['bold', 'number', 'center', 'indent', 'clear', 'undo']) tool(name).click();
        expect(calls).toEqual([
            ['toggleMark', 'bold'],
            ['toggleList', 'number'],
            ['setAlign', 'center'],
            ['indent'],
            ['clearFormatting'],
            ['undo']
        ]);
    });

    it('knows a font by its first family, and has one from elsewhere as a choice of its own', () => {
        const styles = { ...PLAIN.styles, 'font-family': 'georgia', 'font-size': '11pt' };
        const { calls, tool } = open({ styles });
        const chosen = (name) => tool(name).selectedOptions[0].textContent;
        expect([chosen('font-family'), chosen('font-size')]).toEqual(['Georgia', '11pt']);
        tool('font-size').value = '18px';
        tool('font-size').dispatchEvent(new CustomEvent('change'));
        tool('font-family').value = '';
        tool('font-family').dispatchEvent(new CustomEvent('change'));
        expect(calls).toEqual([
            ['setStyle', 'font-size', '18px'],
            ['setStyle', 'font-family', '']
        ]);
    });

    it('opens what needs more, and closes it when it is done', async () => {
        const { element, calls, tool } = open({ link: 'https://a.example' });
        tool('color').click();
        const colors = await until(() => find(element, 'c-rich-text-colors'));
        expect(tool('color').ariaExpanded).toBe('true');
        fire(colors, 'choose', '#c5221f');
        await until(() => !find(element, '.open'));
        element.openLink();
        const link = await until(() => find(element, 'c-rich-text-link'));
        expect(link.href).toBe('https://a.example');
        fire(link, 'save', '');
        expect(calls).toEqual([
            ['setStyle', 'color', '#c5221f'],
            ['setLink', '']
        ]);
    });

    it('goes back to the text with Escape, and leaves the window open', async () => {
        const { element, tool } = open();
        const left = heard(element, 'leavetools');
        const passedOn = heard(element, 'keydown');
        tool('table').click();
        await until(() => find(element, 'c-rich-text-table'));
        press(find(element, '.open'), 'Escape');
        await until(() => !find(element, '.open'));
        expect([left.length, passedOn]).toEqual([1, []]);
    });

    it('is one stop for the Tab key, and goes on with arrow keys, Home and End', async () => {
        const { element, tool } = open();
        const stops = () => findAll(element, '[data-tool]').filter(({ tabIndex }) => tabIndex === 0);
        expect(stops()).toEqual([tool('font-family')]);
        element.focus();
        press(tool('font-family'), 'ArrowRight');
        expect(element.shadowRoot.activeElement).toBe(tool('font-size'));
        press(tool('font-size'), 'Home');
        press(tool('font-family'), 'ArrowLeft');
        await until(() => stops()[0] === tool('clear'));
        expect(stops()).toHaveLength(1);
    });
});
