import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createTestApp, type TestApp, type TestPanel } from '../../../test-support/app.ts';
import type { TestOrg } from '../../../test-support/org.ts';
import { welcomeLetter } from './welcome-letter.ts';
import { ourWords } from './welcome-words.ts';
import { inLanguage } from './words/index.ts';

const AVERY = { salesforceUserId: '005000000000001AAA', email: 'avery@acme.example', name: 'Avery Stone' };
const IN_ENGLISH = inLanguage('en');
const OUR_WORDS = ourWords(IN_ENGLISH);
const FACTS = {
  words: OUR_WORDS,
  firstName: 'Kim',
  invitedBy: 'Avery Stone',
  company: 'Acme & <Sons>',
  link: 'https://service.example/onboarding/welcome?ticket=t',
  expiresAt: new Date('2026-12-28T10:00:00Z'),
};

describe('The welcome email', () => {
  let service: TestApp;
  let acme: TestOrg;
  let admin: TestPanel;
  before(async () => {
    service = await createTestApp();
    acme = await service.addOrg({ orgId: '00D000000000001EAA' });
  });
  after(() => service.close());
  beforeEach(async () => {
    await service.database.ownerPool.query('delete from users; delete from welcome_letters; delete from security_events');
    await acme.addUser({ ...AVERY, role: 'admin' });
    admin = await service.openPanel(acme, AVERY);
  });

  const save = (words: object) => admin.request('PUT', '/v1/welcome-letter', words);

  test('greets by name, says who invited to what and why it came, in both parts, and carries the company', () => {
    const { fromName, subject, text, html } = welcomeLetter(IN_ENGLISH, FACTS);
    assert.equal(fromName, 'Acme & <Sons> via MSI Actions');
    assert.equal(subject, 'Avery Stone has invited you to MSI Actions at Acme & <Sons>');
    for (const words of [
      /Hello Kim,/,
      /Avery Stone has invited you/,
      /sales emails/,
      /You get this email because Avery Stone/,
      /December 28, 2026/,
    ]) {
      assert.match(text, words);
      assert.match(html, words);
    }
    assert.ok(text.includes(`Get Started: ${FACTS.link}`) && html.includes(FACTS.link));
    assert.ok(html.includes('Acme &amp; &lt;Sons&gt;') && !html.includes('<Sons>'));
  });

  test('greets somebody whose name nobody knows all the same', () => {
    assert.match(
      welcomeLetter(IN_ENGLISH, { ...FACTS, firstName: null, invitedBy: null }).text,
      /^Hello there,\n\nYour admin has invited you/,
    );
  });

  test('has a blank line where the editor shows one, and nowhere else', () => {
    const words = { subject: 'Hi', bodyHtml: '<p>One</p><p>Two</p><p><br /></p><p>Three</p>' };
    const { html, text } = welcomeLetter(IN_ENGLISH, { ...FACTS, words });
    assert.ok(html.includes('<p style="margin:0">One</p><p style="margin:0">Two</p><p style="margin:0"><br /></p>'));
    assert.match(text, /^One\nTwo\n\nThree\n/);
  });

  test('says what an admin has written, from the next letter on, and ours again after a reset', async () => {
    const ours = (await admin.request('GET', '/v1/welcome-letter')).body;
    assert.deepEqual([ours.isOurs, ours.bodyHtml], [true, OUR_WORDS.bodyHtml]);
    const { status, body } = await save({ subject: 'Join us, {{first_name}}', bodyHtml: '<p>Dear <b>{{ first_name }}</b></p>' });
    assert.deepEqual([status, body.isOurs, body.updatedBy], [200, false, AVERY.name]);
    const words = { subject: body.subject, bodyHtml: body.bodyHtml };
    assert.match(welcomeLetter(IN_ENGLISH, { ...FACTS, words, firstName: '<i>' }).html, /Dear <b>&lt;i&gt;<\/b>/);
    const reset = await admin.request('DELETE', '/v1/welcome-letter');
    assert.deepEqual([reset.body.isOurs, reset.body.subject], [true, OUR_WORDS.subject]);
    const { rows } = await service.database.ownerPool.query<{ kind: string; details: object }>(
      'select kind, details from security_events order by id',
    );
    assert.deepEqual(
      rows.map(({ kind, details }) => [kind, details]),
      [
        ['welcome_letter_changed', { isOurs: false }],
        ['welcome_letter_changed', { isOurs: true }],
      ],
    );
  });

  test('keeps no link, no picture and nothing that could run of an admin’s words: it leaves from our address to strangers', async () => {
    const bodyHtml =
      '<p style="color:red" onclick="x()">Hi <a href="https://evil.example">here</a>' +
      '<img src="https://evil.example/p.png"></p><script>x()</script>';
    assert.equal((await save({ subject: 'Hi', bodyHtml })).body.bodyHtml, '<p>Hi here</p>');
  });

  test('is refused with the tokens that can be used when it has another, or when it has no words', async () => {
    for (const [words, pointer, sentence] of [
      [{ subject: 'Hi {{surname}}', bodyHtml: '<p>Hi</p>' }, '/subject', /\{\{surname\}\}.*\{\{first_name\}\}/],
      [{ subject: 'Hi', bodyHtml: '<p>{{name}}</p>' }, '/bodyHtml', /\{\{name\}\}/],
      [{ subject: 'Hi', bodyHtml: '<p> <br></p>' }, '/bodyHtml', /words/],
    ] as const) {
      const { status, body } = await save(words);
      assert.deepEqual([status, body.errors[0].pointer], [400, pointer]);
      assert.match(body.title, sentence);
      assert.equal((await admin.request('POST', '/v1/welcome-letter/preview', words)).status, 400);
    }
  });

  test('is shown to the admin as they would get it, and nothing is saved', async () => {
    const { body } = await admin.request('POST', '/v1/welcome-letter/preview', {
      subject: 'To {{company}}',
      bodyHtml: '<p>Hello {{first_name}}</p>',
    });
    assert.deepEqual([body.subject, body.bodyHtml, body.fromName], ['To Acme', '<p>Hello Avery</p>', 'Acme via MSI Actions']);
    assert.equal((await admin.request('GET', '/v1/welcome-letter')).body.isOurs, true);
  });

  test('stands before an admin in the language of the browser, with the words that people of this language get', async () => {
    const german = { 'accept-language': 'de' };
    const { body } = await admin.request('GET', '/v1/welcome-letter', undefined, german);
    assert.equal(body.subject, '{{invited_by}} hat Sie zu MSI Actions bei {{company}} eingeladen');
    const words = { subject: body.subject, bodyHtml: body.bodyHtml };
    const preview = (await admin.request('POST', '/v1/welcome-letter/preview', words, german)).body;
    assert.deepEqual(
      [preview.fromName, preview.subject, preview.button],
      ['Acme über MSI Actions', 'Avery Stone hat Sie zu MSI Actions bei Acme eingeladen', 'Loslegen'],
    );
    assert.match(preview.bodyHtml, /^<p>Guten Tag Avery,<\/p><p><br \/><\/p>/);
    assert.match(preview.validity, /^Der Link ist nur für Sie bestimmt/);
  });

  test('is the admins’ to change', async () => {
    const rae = { salesforceUserId: '005000000000002AAA', email: 'rae@acme.example' };
    await acme.addUser(rae);
    const rep = await service.openPanel(acme, rae);
    const words = { subject: 'Hi', bodyHtml: '<p>Hi</p>' };
    for (const answer of [
      await rep.request('GET', '/v1/welcome-letter'),
      await rep.request('PUT', '/v1/welcome-letter', words),
      await rep.request('DELETE', '/v1/welcome-letter'),
      await rep.request('POST', '/v1/welcome-letter/preview', words),
    ])
      assert.equal(answer.body.code, 'admins_only');
  });
});
