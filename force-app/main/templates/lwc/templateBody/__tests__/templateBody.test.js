import TemplateBody from 'c/templateBody';
import { find, heard, show, until, words } from '../../../../../test/page';
import { takeOut } from '../takeOut';

jest.mock('@salesforce/resourceUrl/MSI_Rich_Text', () => ({ default: '/resource/MSI_Rich_Text' }), { virtual: true });

describe('what HTML an email cannot have', () => {
    it('is taken out and named, and everything else stays', () => {
        const text = '<p onclick="x()" style="position:fixed;color:red">Hi <a href="javascript:x()">you</a></p>';
        const html = `<style>p{}</style>${text}<script>x()</script>`;
        const { html: left, parts } = takeOut(html);
        expect(left).toBe('<p style="color: red;">Hi <a>you</a></p>');
        expect(parts).toEqual(['<style>', 'onclick', 'position', 'href', '<script>']);
    });

    it('is not looked for in what is fine: that stays as it was written', () => {
        const html = '<p>Hello {{first_name}}<br>&nbsp;<b>bold</b></p><table border=1><tr><td>1</td></tr></table>';
        expect(takeOut(html)).toEqual({ html, parts: [] });
    });
});

describe('c-template-body', () => {
    it('shows the HTML, and says what it has taken out when the formatted text is shown again', async () => {
        const element = show('c-template-body', TemplateBody, { value: '<p>Hi</p>' });
        const bodies = heard(element, 'body');
        element.isSource = true;
        const area = await until(() => find(element, 'textarea'));
        expect(area.value).toBe('<p>Hi</p>');
        area.value = '<p>Hi</p><script>x()</script>';
        area.dispatchEvent(new CustomEvent('input'));
        element.isSource = false;
        await until(() => find(element, 'c-rich-text-editor'));
        expect(bodies).toEqual(['<p>Hi</p><script>x()</script>', '<p>Hi</p>']);
        expect(words(element)).toContain('Taken out, because an email cannot have it: <script>.');
    });

    it('puts a field to where the caret is in the HTML', async () => {
        const element = show('c-template-body', TemplateBody, { value: '<p>Hi </p>', isSource: true });
        const bodies = heard(element, 'body');
        const area = await until(() => find(element, 'textarea'));
        area.setSelectionRange(6, 6);
        element.insertText('{{first_name}}');
        expect(bodies).toEqual(['<p>Hi {{first_name}}</p>']);
    });
});
