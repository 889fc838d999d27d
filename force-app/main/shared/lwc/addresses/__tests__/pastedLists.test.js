import fc from 'fast-check';

import { canonicalAddress, isAddress, splitAddresses } from 'c/addresses';

/** With a fixed seed, so that a failure comes again. */
const holds = (property) => fc.assert(property, { seed: 1, numRuns: 500 });

const oneOf = (...values) => fc.constantFrom(...values);
const host = oneOf('x.example', 'sub.y.example', 'bücher.example');
const address = fc
    .tuple(fc.nat(30), oneOf('', '+a', "o'", '&b', '/c', '.d'), host)
    .map(([number, more, domain]) => `p${number}${more}@${domain}`);
const first = oneOf('Dana', 'Jan Willem', 'Zoë', "O'Hara", 'J. R.');
const last = oneOf('Whitfield', 'van der Berg', 'Müller', 'Said');
const quoted = fc.tuple(last, first, oneOf(', ', '; ', ' <x> ', ' "the boss", ')).map(([a, b, mark]) => JSON.stringify(`${a}${mark}${b}`));
const comment = oneOf('', ' (VP)', ' (VP (West), East)', ' (a; \\) b)');
const blank = oneOf('', ' ', '  ');

/** As RFC 5322 has it: with a name, quotes or a comment. @param {import('fast-check').Arbitrary<string>} who */
const mailbox = (who) =>
    fc.oneof(
        fc.tuple(who, comment).map(([one, aside]) => `${one}${aside}`),
        who.map((one) => `<${one}>`),
        fc
            .tuple(fc.oneof(first, quoted), blank, who, comment)
            .map(([name, between, one, aside]) => `${name}${between || ' '}<${one}>${aside}`)
    );
/** As Outlook writes people. */
const lastFirst = fc.tuple(last, first, address).map(([a, b, one]) => `${a}, ${b} <${one}>`);
/** Without an address, as somebody types a name from memory. */
const nobody = oneOf('Omar Reyes', 'lin at globex', 'omar@globex', 'Lin Zhou (Globex)', '"Reyes, Omar"');

const addressesOf = (text) => text.match(/[^\s<>"(),;]+@[^\s<>"(),;]+/g) ?? [];
const isSame = (one) => (other) => canonicalAddress(other) === canonicalAddress(one);
const once = (addresses) => addresses.filter((one, index) => addresses.findIndex(isSame(one)) === index);

describe('a pasted list of any shape', () => {
    it('is read as RFC 5322 has it: names, quotes, comments, groups and folded lines', () => {
        const people = fc.array(mailbox(address), { minLength: 1, maxLength: 5 });
        const comma = oneOf(', ', ',', ',\r\n ', ' ,\t', ',,');
        holds(
            fc.property(people, comma, fc.boolean(), (list, between, isGroup) => {
                const text = isGroup ? `Team: ${list.join(between)};` : list.join(between);
                expect([text, splitAddresses(text)]).toEqual([text, once(list.map((one) => addressesOf(one).at(-1)))]);
            })
        );
    });

    it('loses nobody between separators of any kind, and names whoever has no address', () => {
        const entry = fc.oneof(
            mailbox(address).map((text) => ({ text, gives: addressesOf(text).at(-1) })),
            lastFirst.map((text) => ({ text, gives: addressesOf(text)[0] })),
            nobody.map((text) => ({ text, gives: text }))
        );
        const listWith = (...separators) => fc.array(fc.tuple(entry, oneOf(...separators)), { minLength: 2, maxLength: 6 });
        // Both at once is a CSV
        const list = fc.oneof(listWith(';', '; ', ' ;', ';;', '；'), listWith('\n', '\r\n', ';\n'));
        holds(
            fc.property(list, oneOf('', ';', '\n', '; ,\n'), (entries, before) => {
                const text = before + entries.map(([one, between]) => one.text + between).join('');
                const found = splitAddresses(text);
                expect([text, found]).toEqual([text, once(entries.map(([one]) => one.gives))]);
            })
        );
    });

    it('loses nobody who stands without an address between commas', () => {
        const entry = fc.oneof(
            mailbox(address).map((text) => ({ text, gives: addressesOf(text).at(-1) })),
            nobody.map((text) => ({ text, gives: text }))
        );
        holds(
            fc.property(fc.array(entry, { minLength: 1, maxLength: 6 }), oneOf(', ', ',', ' , '), (entries, comma) => {
                const text = entries.map((one) => one.text).join(comma);
                expect([text, splitAddresses(text)]).toEqual([text, once(entries.map((one) => one.gives))]);
            })
        );
    });

    it('gives of a column or row of a spreadsheet the addresses alone', () => {
        const row = fc.tuple(oneOf('', 'Dana Whitfield', 'Whitfield, Dana'), address, oneOf('', 'Globex, Inc.', 'VP'));
        holds(
            fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), oneOf('\n', '\r\n'), (rows, end) => {
                const text = rows.map((cells) => cells.join('\t')).join(end);
                expect(splitAddresses(text)).toEqual(once(rows.map(([, one]) => one)));
            })
        );
    });

    it('stays as it is when what came out is pasted again', () => {
        holds(
            fc.property(fc.array(mailbox(address), { maxLength: 5 }), (list) => {
                const found = splitAddresses(list.join(', '));
                expect(found.every(isAddress)).toBe(true);
                expect(splitAddresses(found.join('; '))).toEqual(found);
            })
        );
    });

    it('never throws, and keeps every address, whatever stands around it', () => {
        const noise = fc.string({ unit: oneOf('"', '<', '>', '(', ')', '\\', ',', ';', ':', ' ', '\n', '\t', 'a', '@', '.', '＠') });
        holds(
            fc.property(noise, address, noise, (before, one, after) => {
                const found = splitAddresses(`${before}\n${one}\n${after}`).join('\n');
                expect(found).toContain(one);
            })
        );
    });
});
