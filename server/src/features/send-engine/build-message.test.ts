import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { holds } from '../../../test-support/properties.ts';
import { cleanName } from '../files/index.ts';
import { buildMessage, messageIdOf, type MessageParts } from './build-message.ts';

function parts(change: Partial<MessageParts> = {}): MessageParts {
  return {
    id: '7f3c2b1a-0000-4000-8000-000000000001',
    messageId: '<7f3c2b1a-0000-4000-8000-000000000001@acme.example>',
    date: new Date('2026-03-05T09:12:00Z'),
    from: { name: 'Rae Ortiz', address: 'rae@acme.example' },
    to: { name: 'Dana Whitfield', address: 'dana@globex.example' },
    cc: [],
    bcc: [],
    subject: 'Pricing',
    bodyHtml: '<p>Hi</p>',
    bodyIsClean: false,
    font: null,
    ...change,
  };
}

const ODD: Record<string, Partial<MessageParts>> = {
  'an ordinary email': {},
  'names and subject in other scripts': {
    from: { name: 'Zoë Ñandú', address: 'rae@acme.example' },
    to: { name: 'محمد علي', address: 'dana@globex.example' },
    subject: '報價 – Ünïcödé 🚀 '.repeat(20),
  },
  'names with every special character': { to: { name: 'Dana, "the" <boss> (CEO); a\\b: c@d', address: 'dana@globex.example' } },
  'line breaks in names and subject': {
    from: { name: 'Rae\r\nBcc: evil@x.example', address: 'rae@acme.example' },
    to: { name: 'Dana\nSubject: other', address: 'dana@globex.example' },
    subject: 'Hi\r\nBcc: evil@x.example\r\n\r\n<b>body</b>\u0000\u2028',
  },
  'a line of nine thousand characters': { bodyHtml: `<p>${'x'.repeat(9_000)}</p>` },
  'a subject of 998 characters without a space': { subject: 's'.repeat(998) },
  'an empty body': { bodyHtml: '' },
  'only dots on lines': { bodyHtml: '<pre>.\n..\n.\r\n\r.</pre>' },
  'lone surrogates and control characters': { bodyHtml: '<p>a\ud800b\u0007c\u007f</p>', subject: 'a\ud800b' },
  'many copies': {
    cc: Array.from({ length: 25 }, (_, i) => `cc${String(i)}@globex.example`),
    bcc: Array.from({ length: 25 }, (_, i) => `bcc${String(i)}@globex.example`),
  },
};

describe('A message as it leaves', () => {
  for (const [what, change] of Object.entries(ODD))
    test(`is a correct RFC 5322 message with ${what}`, async () => {
      const { mime } = await buildMessage(parts(change));
      const text = mime.toString('latin1');
      assert.doesNotMatch(text, /(^|[^\r])\n|\r(?!\n)/, 'every line ends with CRLF');
      assert.ok(
        text.split('\r\n').every((line) => line.length <= 998),
        'no line is longer than 998',
      );
      assert.ok(
        mime.every((byte) => byte < 0x80 && byte !== 0),
        'seven bits throughout',
      );
      const headers = text
        .slice(0, text.indexOf('\r\n\r\n'))
        .replace(/\r\n[ \t]/g, ' ')
        .split('\r\n');
      assert.ok(
        headers.every((line) => /^[\x21-\x39\x3b-\x7e]+: ?[\t\x20-\x7e]*$/.test(line)),
        headers.join('\n'),
      );
      const names = headers.map((line) => line.slice(0, line.indexOf(':')).toLowerCase());
      for (const once of ['from', 'to', 'subject', 'date', 'message-id', 'mime-version', 'content-type', 'x-msi-id'])
        assert.equal(names.filter((name) => name === once).length, 1, `${once} stands there once`);
      const parsed = await PostalMime.parse(mime);
      assert.deepEqual([parsed.from?.address, parsed.to?.map(({ address }) => address)], ['rae@acme.example', ['dana@globex.example']]);
      assert.equal(parsed.cc?.length ?? 0, change.cc?.length ?? 0);
      assert.equal(parsed.bcc?.length ?? 0, change.bcc?.length ?? 0);
      assert.equal(parsed.messageId, '<7f3c2b1a-0000-4000-8000-000000000001@acme.example>');
      assert.equal(new Date(parsed.date ?? '').toISOString(), '2026-03-05T09:12:00.000Z');
      assert.match(text, /Content-Type: multipart\/alternative/);
    });

  test('says what the rep wrote, in both parts', async () => {
    const bodyHtml = '<p>Grüße, Dana 🚀</p><p>See <a href="https://acme.example/a?b=1&amp;c=2">the offer</a></p>';
    const { mime, html, text } = await buildMessage(parts({ bodyHtml }));
    const parsed = await PostalMime.parse(mime);
    assert.equal(parsed.html?.trim(), html);
    assert.equal(parsed.text?.trim(), text);
    assert.match(html, /Grüße, Dana 🚀/);
    assert.equal(text, 'Grüße, Dana 🚀\nSee the offer <https://acme.example/a?b=1&c=2>');
  });

  test('files stand beside the words, byte for byte, and no name of one becomes a header', async () => {
    const bytes = Buffer.from('a\nb\r\nc\0\u00fc');
    const hostile = fc.array(
      fc.constantFrom('\r\nBcc: evil@x.example', '"; x="', '\n', '/', '\u202e', "'", ';', '%', 'ü', '🚀', 'a', ' ', '.pdf'),
    );
    const picture = { contentId: 'p@msi-actions', type: 'image/png' as const, fileName: 'picture-1.png', bytes };
    await holds(
      fc.asyncProperty(fc.array(hostile, { minLength: 1, maxLength: 3 }), async (names) => {
        const files = names.map((name) => ({ name: cleanName(name.join('')), type: 'application/pdf', bytes }));
        const { mime } = await buildMessage(parts({ files, bodyHtml: '<p>Hi</p><img src="cid:p@msi-actions">', pictures: [picture] }));
        const { attachments, bcc, text, html } = await PostalMime.parse(mime);
        assert.deepEqual([bcc ?? [], text?.trim(), html?.includes('Hi')], [[], 'Hi', true]);
        assert.deepEqual(
          attachments.map(({ filename, disposition, mimeType }) => [filename, disposition, mimeType]),
          [['picture-1.png', 'inline', 'image/png'], ...files.map(({ name }) => [name, 'attachment', 'application/pdf'])],
        );
        assert.ok(attachments.every(({ content }) => Buffer.from(content as ArrayBuffer).equals(bytes)));
        assert.ok(
          mime
            .toString('latin1')
            .split('\r\n')
            .every((line) => line.length <= 998 && !/^bcc/i.test(line)),
        );
      }),
      { runs: 60 },
    );
  });

  test('names are read back as they are in Salesforce', async () => {
    for (const name of ['O\'Brien, "Pat" (VP)', 'محمد علي', 'Łukasz Żółć', '山田 太郎', 'a@b.example']) {
      const parsed = await PostalMime.parse((await buildMessage(parts({ to: { name, address: 'dana@globex.example' } }))).mime);
      assert.deepEqual(parsed.to, [{ name, address: 'dana@globex.example' }]);
    }
  });

  test('domains of other scripts leave as punycode, as every mail server reads them', async () => {
    const { mime } = await buildMessage(
      parts({ to: { name: 'Jörg', address: 'joerg@Bücher.example' }, cc: ['q&a@münchen.example', "o'hara/sales@xn--bcher-kva.example"] }),
    );
    assert.match(mime.toString('latin1'), /<joerg@xn--bcher-kva\.example>/);
    const parsed = await PostalMime.parse(mime);
    assert.deepEqual(
      parsed.cc?.map(({ address }) => address),
      ['q&a@xn--mnchen-3ya.example', "o'hara/sales@xn--bcher-kva.example"],
    );
  });

  test('the Message-ID lies in the domain of the sender', () => {
    assert.equal(messageIdOf('abc', 'Rae@Acme.Example'), '<abc@acme.example>');
  });
});
