import RichTextLink from 'c/richTextLink';
import { find, heard, labelled, show, until, words } from '../../../../../test/page';
import { toLink } from '../toLink';

describe('c-rich-text-link', () => {
    it.each([
        ['', ''],
        ['www.acme.example', 'https://www.acme.example'],
        [' acme.example:8080/a?b=1#c ', 'https://acme.example:8080/a?b=1#c'],
        ['//cdn.example/a', 'https://cdn.example/a'],
        ['http://acme.example', 'http://acme.example'],
        ['dana@globex.example', 'mailto:dana@globex.example'],
        ['tel:+498912', 'tel:+498912'],
        ['mailto:a@b.example', 'mailto:a@b.example'],
        ['münchen.example', 'https://münchen.example']
    ])('takes %j for %j', (typed, href) => {
        expect(toLink(typed)).toBe(href);
    });

    it.each(['acme', 'two words.example', 'vbscript:x', 'data:text/html,x', 'http://', 'ftp://acme.example'])(
        'finds nothing in %j',
        (typed) => {
            expect(toLink(typed)).toBeUndefined();
        }
    );

    it('says what is wrong with an address until it is changed, and saves nothing', async () => {
        const element = show('c-rich-text-link', RichTextLink);
        const saved = heard(element, 'save');
        const input = find(element, 'input');
        input.value = 'acme';
        labelled(element, 'Save Link').click();
        await until(() => words(element).includes('Enter an address such as www.example.com or name@example.com.'));
        input.dispatchEvent(new CustomEvent('input'));
        await until(() => !words(element).includes('Enter an address'));
        expect(saved).toEqual([]);
    });

    it('saves with the Enter key, which the window around it does not get', () => {
        const element = show('c-rich-text-link', RichTextLink);
        const saved = heard(element, 'save');
        const passedOn = heard(element, 'keydown');
        find(element, 'input').value = 'www.acme.example';
        find(element, 'input').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
        expect([saved, passedOn]).toEqual([['https://www.acme.example'], []]);
    });

    it('offers to remove a link that is there, and shows where it leads', () => {
        expect(labelled(show('c-rich-text-link', RichTextLink), 'Remove Link')).toBeUndefined();
        const element = show('c-rich-text-link', RichTextLink, { href: 'mailto:dana@globex.example' });
        const saved = heard(element, 'save');
        expect(find(element, 'input').value).toBe('dana@globex.example');
        labelled(element, 'Remove Link').click();
        expect(saved).toEqual(['']);
    });
});
