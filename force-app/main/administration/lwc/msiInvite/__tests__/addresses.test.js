import { splitAddresses } from '../addresses';

describe('pasted addresses', () => {
    it.each([
        ['commas, semicolons, blanks and lines', 'a@x.example, b@x.example;c@x.example\nd@x.example e@x.example', 'abcde'],
        ['what a mail program copies', '"Ortiz, Rae" <a@x.example>, Noor Haddad <b@x.example>;<c@x.example>', 'abc'],
        ['a list with Windows line ends', 'a@x.example\r\nb@x.example\r\n\r\n', 'ab']
    ])('are taken apart: %s', (_, text, letters) => {
        expect(splitAddresses(text)).toEqual([...letters].map((letter) => `${letter}@x.example`));
    });

    it('are invited once, however often they were pasted', () => {
        expect(splitAddresses('Rae@acme.example, rae@ACME.example')).toEqual(['Rae@acme.example']);
    });

    it('that are none stay in the list, so that the service can say so', () => {
        expect(splitAddresses('rae@acme.example, rae-at-acme')).toEqual(['rae@acme.example', 'rae-at-acme']);
    });

    it('may be missing', () => {
        expect(splitAddresses(' \n ; ,')).toEqual([]);
    });
});
