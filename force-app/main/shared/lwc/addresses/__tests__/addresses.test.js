import { canonicalAddress, problemOfAddress, splitAddresses } from 'c/addresses';
import addressParser from 'nodemailer/lib/addressparser';
import cases from '../../../../../test/address-cases.json';

const DANA = 'dana@globex.example';
const OMAR = 'omar@globex.example';

describe('the rule for addresses', () => {
    it.each(cases)('is the one of the service: $address', ({ address, problem }) => {
        expect(problemOfAddress(address)).toBe(problem);
    });

    it('takes two ways to write a domain for one', () => {
        expect(canonicalAddress(' Omar@BÜCHER.example')).toBe('omar@xn--bcher-kva.example');
        expect(canonicalAddress('No Address')).toBe('no address');
    });
});

describe('a pasted list', () => {
    it.each([
        ['one address', DANA, [DANA]],
        ['a name around it', `Dana Whitfield <${DANA}>`, [DANA]],
        ["Outlook's names, last name first", `Whitfield, Dana <${DANA}>; Reyes, Omar <${OMAR}>`, [DANA, OMAR]],
        ["Outlook's names with commas between them", `Whitfield, Dana <${DANA}>, Reyes, Omar <${OMAR}>`, [DANA, OMAR]],
        ['quoted names with separators', `"Whitfield, Dana; (VP)" <${DANA}>, "Reyes \\"O\\", Omar" <${OMAR}>`, [DANA, OMAR]],
        ['names in single quotes', `'Dana Whitfield' <${DANA}>; '${OMAR}'`, [DANA, OMAR]],
        ['a group', `Globex: Dana <${DANA}>, ${OMAR};`, [DANA, OMAR]],
        ['a quoted group, an empty one, and a copied header', `"My, team": ${DANA};, Nobody:;\nCc: ${OMAR}`, [DANA, OMAR]],
        ['comments', `Dana (the boss, of all) <${DANA}>, ${OMAR} (Omar, Reyes)`, [DANA, OMAR]],
        ['a column', `${DANA}\r\n${OMAR}\r\n\r\n`, [DANA, OMAR]],
        ['cells of a spreadsheet', `Dana Whitfield\t${DANA}\tGlobex, Inc.\nOmar Reyes\t${OMAR}\t`, [DANA, OMAR]],
        ['blanks', `${DANA} ${OMAR}`, [DANA, OMAR]],
        ['names without brackets', `Dana Whitfield ${DANA}, Omar ${OMAR}`, [DANA, OMAR]],
        ['brackets without separators', `Dana <${DANA}> Omar <${OMAR}>`, [DANA, OMAR]],
        ['trailing punctuation', `(${DANA}), ${OMAR}.`, [DANA, OMAR]],
        ['mailto', `mailto:${DANA}?subject=Hi,%20you; <mailto:omar%2Bdeals@globex.example>`, [DANA, 'omar+deals@globex.example']],
        ['the same person again', `${DANA}, DANA@GLOBEX.example; Dana <${DANA}>`, [DANA]],
        ['the same domain in another script', 'a@bücher.example, A@xn--bcher-kva.example', ['a@bücher.example']],
        ['what is no address', `omar at globex, ${DANA}; "Dana`, ['omar at globex', DANA, '"Dana']],
        ['a name alone before an address', `Dana, ${OMAR}`, ['Dana', OMAR]],
        ['a quoted part before the @', '"dana w"@x.example', ['"dana w"@x.example']],
        ['brackets and quotes that are never closed', `Dana <${DANA}\n"Omar ${OMAR}`, [DANA, OMAR]],
        [
            'characters that cannot be seen',
            `\ufeff${DANA}\u200b, \u2060${OMAR}\u00a0;\u00a0Lin\u00a0<lin@\u00adglobex.example>\u200e`,
            [DANA, OMAR, 'lin@globex.example']
        ],
        [
            'separators of East Asian keyboards',
            `${DANA}，Omar <${OMAR}>；a@x.example、b@x.example。`,
            [DANA, OMAR, 'a@x.example', 'b@x.example']
        ],
        ['names, brackets and a label in full width', `收件人：山田，太郎 <${DANA}>；（${OMAR}）`, [DANA, OMAR]],
        ['a wide @, which is nothing that may be changed', `dana＠globex.example, Omar <${OMAR}>`, ['dana＠globex.example', OMAR]],
        ['a wide @ in a spreadsheet', `Dana\tdana＠globex.example\t${OMAR}`, ['dana＠globex.example', OMAR]],
        ['lines of a CSV', `Dana,Whitfield,${DANA}\r\nOmar,,${OMAR}\r\n`, [DANA, OMAR]],
        ['lines of a CSV with quoted cells', `"Whitfield, Dana","${DANA}"\n"Reyes, Omar","${OMAR}"\n`, [DANA, OMAR]],
        ['lines of a CSV with semicolons', `${DANA};Dana;Globex\n\n${OMAR};Omar;\n`, [DANA, OMAR]],
        ['a CSV in which one address is wrong', `Dana,${DANA}\nOmar,omar@globex\n`, [DANA, 'omar@globex']],
        ['one line alone, which may be anything', `Dana,Whitfield,${DANA}`, ['Dana', 'Whitfield', DANA]],
        ['lines of different lengths', `Dana,${DANA}\nlin at globex,Omar,${OMAR}`, ['Dana', DANA, 'lin at globex', 'Omar', OMAR]],
        ['a line without an address', `Name,Email\nDana,${DANA}`, ['Name', 'Email', 'Dana', DANA]],
        ['a line with two addresses', `Dana,${DANA}\na@x.example,${OMAR}`, ['Dana', DANA, 'a@x.example', OMAR]],
        ['separators after separators', `;; ${DANA} , ;\r\n; ${OMAR};,`, [DANA, OMAR]],
        ['comments inside comments', `Dana (VP (West), East) <${DANA}>, ${OMAR} (Omar (Reyes), Globex)`, [DANA, OMAR]],
        ['a comment inside an address', `dana(work)@globex.example, omar@(Globex)globex.example`, [DANA, OMAR]],
        ['a header that is folded before its addresses', `Dana Whitfield\r\n <${DANA}>,\r\n\t"Reyes, Omar"\r\n\t<${OMAR}>`, [DANA, OMAR]],
        ['a quoted part before the @ that needs no quotes', `"dana"@globex.example, ${OMAR}`, [DANA, OMAR]],
        ['initials, which are no part of an address', `J. R. ${DANA}; ${OMAR}`, [DANA, OMAR]],
        ['a name alone between others', `Dana <${DANA}>, Omar Reyes, Lin <lin@x.example>`, [DANA, 'Omar Reyes', 'lin@x.example']],
        ['a name alone after an address', `${DANA}, Omar, Lin <lin@x.example>`, [DANA, 'Omar', 'lin@x.example']],
        ['a full name alone before another', `Dana Whitfield, Omar Reyes <${OMAR}>`, ['Dana Whitfield', OMAR]],
        ['a name alone between semicolons', `Whitfield, Dana <${DANA}>; Lin Zhou; Reyes, Omar <${OMAR}>`, [DANA, 'Lin Zhou', OMAR]],
        [
            'a last name that its address has, among others',
            `lin@x.example, de la Reyes, Omar <o.reyes@x.example>`,
            ['lin@x.example', 'o.reyes@x.example']
        ],
        ['two last names that the address proves', `García Pérez, José <jose.perez@x.example>; ${DANA}`, ['jose.perez@x.example', DANA]],
        ['a comment alone, which may be somebody', `${DANA} (Dana), (Lin), ${OMAR}`, [DANA, '(Lin)', OMAR]],
        ['full names in lower case', `dana whitfield, omar <${OMAR}>`, ['dana whitfield', OMAR]],
        ['an address after brackets', `Dana <${DANA}> ${OMAR}`, [DANA, OMAR]],
        ['an address as its own name', `${DANA} <${DANA}>, "${OMAR}" <${OMAR}>`, [DANA, OMAR]],
        ['a group beside others', `Globex: Dana <${DANA}>;, ${OMAR}, Nobody: ;`, [DANA, OMAR]],
        ['nothing', ' ;, \n\t', []]
    ])('is taken apart: %s', (_, text, found) => {
        expect(splitAddresses(text)).toEqual(found);
    });

    it('is read as a parser of RFC 5322 reads it, where that takes it at all', () => {
        const random = randomNumbers(7);
        const pick = (list) => list[random(list.length)];
        const names = ['', 'Dana', 'Dana Whitfield', '"Whitfield, Dana"', '"a; \\"b\\" <c>"', "O'Hara", 'J. R.', 'Zoë (x, y)'];
        const person = (index) => {
            const address = `p${index}${pick(['', '+a', "o'", '&b', '/c'])}@${pick(['x.example', 'sub.y.example'])}`;
            const name = pick(names);
            return name ? `${name} <${address}>` : pick([address, `<${address}>`]);
        };
        for (let round = 0; round < 500; round += 1) {
            const people = Array.from({ length: 1 + random(5) }, (_, index) => person(index));
            const list = random(4) === 0 ? `Team: ${people.join(', ')};` : people.join(pick([', ', ',', ',\r\n ', ' , ']));
            const expected = addressParser(list, { flatten: true }).map(({ address }) => address);
            expect([list, splitAddresses(list)]).toEqual([list, expected]);
        }
    });

    it('is taken apart quickly, whatever it is made of', () => {
        for (const piece of ['<', '"', '(', 'a@b.example ', '\\"', "'", 'x:', '<a@', '>.', 'a,a@b.example\n', '，\u200b']) {
            expect(Array.isArray(splitAddresses(piece.repeat(100_000 / piece.length)))).toBe(true);
        }
    });
});

/** mulberry32: the same numbers in every run. */
function randomNumbers(seed) {
    let state = seed;
    return (below) => {
        state = Math.trunc(state + 0x6d2b79f5);
        let t = Math.imul(state ^ (state >>> 15), 1 | state);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return ((t ^ (t >>> 14)) >>> 0) % below;
    };
}
