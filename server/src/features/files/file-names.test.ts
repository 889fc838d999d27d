import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { blockedEnding } from './blocked-endings.ts';
import { cleanName } from './clean-name.ts';
import { isProgram, typeOf, UNKNOWN_TYPE } from './read-type.ts';

describe('The name of a file', () => {
  for (const [given, kept] of [
    ['Offer 2026.pdf', 'Offer 2026.pdf'],
    ['C:\\Users\\rae\\Offer.pdf', 'Offer.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['Offer\r\nBcc: evil@x.example.pdf', 'Offer Bcc_ evil@x.example.pdf'],
    ['Offer\u202efdp.exe', 'Offerfdp.exe'],
    ['a\u0000b\u2028c.txt', 'a b c.txt'],
    ['Angebot "neu" <1>?.pdf', 'Angebot _neu_ _1__.pdf'],
    ['U\u0308bersicht.pdf', 'Übersicht.pdf'],
    ['報價單.xlsx', '報價單.xlsx'],
    [' .hidden. ', 'hidden'],
    ['/', 'file'],
    ['con.pdf', '_con.pdf'],
    ['contract.pdf', 'contract.pdf'],
    ['\ud800.pdf', '\ufffd.pdf'],
  ] as const)
    test(`${JSON.stringify(given)} is kept as ${kept}`, () => assert.equal(cleanName(given), kept));

  test('has at most 200 characters, and keeps its ending', () => {
    const name = cleanName(`${'🚀'.repeat(300)}.PDF`);
    assert.deepEqual([Array.from(name).length, name.endsWith('🚀.PDF')], [200, true]);
    assert.equal(cleanName('x'.repeat(300)).length, 200);
  });

  test('with an ending that mail providers refuse is refused, packed too, and no other', () => {
    for (const name of ['a.exe', 'offer.pdf.JS', 'a.exe.gz', 'a.vbs.zip', 'disk.iso']) assert.notEqual(blockedEnding(name), null, name);
    for (const name of ['www.acme.com.pdf', 'exe', 'a.pdf', 'a.tar.gz', 'js.zip', 'notes']) assert.equal(blockedEnding(name), null, name);
  });

  test('says the type, where the first bytes do not say otherwise', () => {
    assert.equal(typeOf('a.PDF', Buffer.from('%PDF-1.7')), 'application/pdf');
    assert.equal(typeOf('a.pdf', Buffer.from('<html>')), UNKNOWN_TYPE);
    assert.match(typeOf('a.docx', Buffer.from('PK\u0003\u0004')), /wordprocessingml/);
    assert.deepEqual([typeOf('a.txt', Buffer.from('x')), typeOf('a', Buffer.from('x'))], ['text/plain', UNKNOWN_TYPE]);
  });

  test('does not hide a program', () => {
    const windows = Buffer.concat([Buffer.from('MZ\u0090\u0000\u0003'), Buffer.alloc(100)]);
    assert.ok([windows.subarray(0, 64), Buffer.from('\u007fELF')].every(isProgram));
    assert.ok(![Buffer.from('MZ is how this text begins, and it goes on with many more words of it'), Buffer.from('x')].some(isProgram));
  });
});
