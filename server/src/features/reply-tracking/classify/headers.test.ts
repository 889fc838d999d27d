import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, isSameDomain, referencedMessageIds } from './index.ts';

test('the message that was answered comes first, then the thread from its newest, each once and folded or not', () => {
  assert.deepEqual(
    referencedMessageIds([
      ['references', '<root@a.example>\r\n <middle@a.example>\r\n\t<last@a.example>'],
      ['in-reply-to', 'Your message of Tuesday <last@a.example> (Rae)'],
    ]),
    ['<last@a.example>', '<middle@a.example>', '<root@a.example>'],
  );
});

test('a thread of any length asks for fifty messages at most', () => {
  const references = Array.from({ length: 500 }, (_, number) => `<m${number}@a.example>`).join(' ');
  const found = referencedMessageIds([['References', references]]);
  assert.equal(found.length, 50);
  assert.equal(found[0], '<m499@a.example>');
});

test('no header, no ids', () => {
  assert.deepEqual(referencedMessageIds([]), []);
  assert.deepEqual(referencedMessageIds([['in-reply-to', 'none']]), []);
});

test('ids without their angle brackets are ids, where the field has nothing else', () => {
  assert.deepEqual(referencedMessageIds([['In-Reply-To', ' ours@acme.example ']]), ['<ours@acme.example>']);
  assert.deepEqual(referencedMessageIds([['references', 'root@a.example ours@a.example']]), ['<ours@a.example>', '<root@a.example>']);
  assert.deepEqual(referencedMessageIds([['in-reply-to', 'Your message of Tuesday to rae@acme.example']]), []);
});

test('an address is found in every form that a From may have', () => {
  const forms: Record<string, string | null> = {
    'dana@globex.example': 'dana@globex.example',
    '<Dana@Globex.Example>': 'dana@globex.example',
    '"Whitfield, Dana" <dana@globex.example>': 'dana@globex.example',
    '=?UTF-8?Q?Zo=C3=AB?= <zoe@globex.example>': 'zoe@globex.example',
    'dana@globex.example (Dana, at work)': 'dana@globex.example',
    'Buyers: dana@globex.example, omar@globex.example;': 'dana@globex.example',
    '"rae@acme.example" <attacker@elsewhere.example>': 'attacker@elsewhere.example',
    'Zoë <zoe@BÜCHER.example>': 'zoe@xn--bcher-kva.example',
    'undisclosed-recipients:;': null,
    'MAILER-DAEMON': null,
    '<>': null,
    '': null,
  };
  for (const [field, address] of Object.entries(forms)) assert.equal(addressOf(field), address, field);
  assert.equal(addressOf(undefined), null);
});

test('colleagues share a domain or its subdomain, but nobody is a colleague by a public mail host', () => {
  assert.ok(isSameDomain('dana@globex.example', 'OMAR@Globex.Example'));
  assert.ok(isSameDomain('dana@eu.globex.example', 'omar@globex.example'));
  assert.ok(!isSameDomain('dana@globex.example', 'omar@notglobex.example'));
  assert.ok(!isSameDomain('dana@gmail.com', 'omar@gmail.com'));
  assert.ok(isSameDomain('zoe@bücher.example', 'max@xn--bcher-kva.example'));
  assert.ok(!isSameDomain('', 'omar@globex.example'));
});
