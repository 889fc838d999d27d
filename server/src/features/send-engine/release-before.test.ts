import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import PostalMime from 'postal-mime';
import { inOrg } from '../../platform/postgres.ts';
import { settleRecipients } from './settle-recipients.ts';
import { asItLeaves } from '../../../test-support/as-it-leaves.ts';
import { ACME, DANA, RAE, startSellingRig, type Rep, type SellingRig } from '../../../test-support/selling-rig.ts';

const TYPED = '<p onclick="x()">Hi</p><script>x()</script>';
const CLEAN = asItLeaves('<p style="margin:0">Hi</p>');

/** The statements of the release before, which may serve beside this one: it keeps words as they were typed and knows fewer columns. */
describe('What the release before writes', () => {
  let rig: SellingRig;
  let rae: Rep;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    await rig.reset();
    rae = await rig.addRep(RAE, 'google');
    await rae.panel.request('GET', `/v1/people?recordId=${DANA}`);
  });
  after(() => rig.close());

  const sql = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
    (await rig.database.ownerPool.query<Row>(text, values)).rows;
  const inAcme = <Row extends object>(text: string, values: unknown[]): Promise<Row[]> =>
    inOrg(rig.database.pool, ACME, async (tx) => (await tx.query<Row>(text, values)).rows);
  const shown = async (id: string): Promise<string> => (await rae.panel.request('GET', `/v1/sales-emails/${id}`)).body.html as string;

  const acceptAsBefore = async (copies: { cc?: string[]; bcc?: string[] } = {}): Promise<{ id: string; outcome: string }> => {
    const now = rig.clock.now();
    const email = {
      user_id: rae.user.id,
      key: randomUUID(),
      hash: randomBytes(32).toString('hex'),
      record_id: DANA,
      record_object: 'Lead',
      person_id: DANA,
      cc: [],
      bcc: [],
      ...copies,
      subject: 'Pricing',
      body: TYPED,
      identity: null,
    };
    const [accepted] = await inAcme<{ id: string; outcome: string }>('select outcome, id from accept_sales_emails($1, $2, $3, $4)', [
      ACME,
      now,
      new Date(now.getTime() - 600_000),
      JSON.stringify([email]),
    ]);
    return accepted!;
  };
  const saveDraftAsBefore = async (): Promise<string> => {
    const [draft] = await inAcme<{ id: string }>(
      `insert into sales_emails (org_id, user_id, record_id, record_object, person_id, person_object, cc, bcc, subject, body_html,
         state, created_at, updated_at)
       values ($1, $2, $3, 'Lead', $3, 'Lead', '[]', '[]', 'x', $4, 'draft', now(), now())
       on conflict (user_id, record_id) where state = 'draft' do update set body_html = excluded.body_html, updated_at = excluded.updated_at
       returning id`,
      [ACME, rae.user.id, DANA, TYPED],
    );
    return draft!.id;
  };

  test('leaves clean: an email it has accepted is cleaned when it is sent', async () => {
    const { outcome, id } = await acceptAsBefore();
    assert.equal(outcome, 'accepted');
    assert.equal(await shown(id), CLEAN);
    await rig.startWorker();
    await rig.inState(rae, id, 'sent');
    const letter = await PostalMime.parse(Buffer.from((await rig.received('dana@globex.example'))[0]?.raw ?? '', 'base64'));
    assert.doesNotMatch(letter.html ?? '', /script|onclick/);
    assert.match(letter.html ?? '', /<p style="margin:0">Hi<\/p>/);
  });

  test('has recipients like an email of this release, once letters beyond ASCII have their right form', async () => {
    await acceptAsBefore({ cc: ['Omar@Globex.example', 'info@Bücher.example'], bcc: ['omar@globex.EXAMPLE', 'BLIND@else.example'] });
    assert.equal(await settleRecipients(rig.database.pool), 1);
    assert.equal(await settleRecipients(rig.database.pool), 0);
    assert.deepEqual(await sql('select address, field from email_recipients order by address'), [
      { address: 'blind@else.example', field: 'bcc' },
      { address: 'dana@globex.example', field: 'to' },
      { address: 'info@xn--bcher-kva.example', field: 'cc' },
      { address: 'omar@globex.example', field: 'cc' },
    ]);
  });

  test('is from the compose window, interactive and to be queued at once, and ends the draft', async () => {
    await saveDraftAsBefore();
    const { id } = await acceptAsBefore();
    assert.deepEqual(await sql('select id, origin, priority, state from sales_emails'), [
      { id, origin: 'compose', priority: 10, state: 'queued' },
    ]);
  });

  test('leaves no email with files without them, and none with links to content that lead nowhere', async () => {
    const { body: file } = await rae.panel.upload('offer.pdf', Buffer.from('%PDF-1.7 An offer'));
    const { body: withFile } = await rae.send({ attachmentIds: [file.id] });
    rig.clock.advance(1_000);
    const { body: content } = await rae.panel.request('POST', '/v1/content', { fileId: file.id });
    await rae.send({ bodyHtml: `<a href="${String(content.address)}">Offer</a>` });
    rig.clock.advance(1_000);
    const without = await acceptAsBefore();
    const next = async (name: string) => {
      const [found] = await inAcme<{ id: string }>(
        `select ${name}($1, (select id from email_connections where org_id = $1), array[10, 20, 30]::smallint[], $2) as id`,
        [ACME, rig.clock.now()],
      );
      return found?.id;
    };
    assert.deepEqual([await next('next_due_email'), await next('next_email_to_send')], [without.id, withFile.id]);
  });

  test('is not cleaned twice: what this release accepts says that it is clean', async () => {
    const { body } = await rae.send({ bodyHtml: TYPED });
    assert.deepEqual(await sql('select body_html as html, body_is_clean as "isClean" from sales_emails where id = $1', [body.id]), [
      { html: '<p>Hi</p>', isClean: true },
    ]);
  });

  test('is cleaned in a draft, a new one and one that this release had saved', async () => {
    const id = await saveDraftAsBefore();
    assert.equal(await shown(id), CLEAN);
    await sql('delete from sales_emails');
    const { body } = await rae.panel.request('PUT', '/v1/drafts', { recordId: DANA, personId: DANA, subject: 'x', bodyHtml: '<p>Old</p>' });
    assert.equal(await saveDraftAsBefore(), body.id);
    assert.equal(await shown(body.id as string), CLEAN);
  });

  test('is cleaned over an email that was taken back and became a draft', async () => {
    await rig.setUndo(30);
    const { body } = await rae.send({ bodyHtml: '<p>Old</p>' });
    await rae.panel.request('POST', `/v1/sales-emails/${body.id as string}/cancel`);
    assert.equal(await saveDraftAsBefore(), body.id);
    assert.equal(await shown(body.id as string), CLEAN);
  });

  const seeAsBefore = (optedOut: boolean) =>
    inAcme(
      `insert into people (org_id, user_id, record_id, object_name, name, email, opted_out, read_at)
       values ($1, $2, $3, 'Lead', 'Dana', 'dana@globex.example', $4, $5)
       on conflict (org_id, user_id, record_id) do update set email = excluded.email,
         opted_out = excluded.opted_out, read_at = excluded.read_at`,
      [ACME, rae.user.id, DANA, optedOut, rig.clock.now()],
    );
  const forgetDana = () => sql('delete from people; delete from email_wishes');

  test('holds for the org when it is a no to email, also where unknown wishes are allowed', async () => {
    await sql(`insert into opt_out_policies (org_id, when_unknown, updated_at, updated_by) values ($1, 'allow', now(), $2)`, [
      ACME,
      rae.user.id,
    ]);
    await forgetDana();
    await seeAsBefore(true);
    await rig.hide(RAE, { hiddenFields: ['Contact.HasOptedOutOfEmail', 'Lead.HasOptedOutOfEmail'] });
    const { status, body } = await rae.send();
    await rig.hide(RAE, { hiddenFields: [] });
    assert.deepEqual([status, body.code], [409, 'recipient_opted_out'], JSON.stringify(body));
  });

  test('holds for the org when it is a no to email, also of a person whom this release has seen', async () => {
    await seeAsBefore(true);
    const { status, body } = await rae.send();
    assert.deepEqual([status, body.code], [409, 'recipient_opted_out'], JSON.stringify(body));
  });

  test('is no look at a wish, also over a look of this release', async () => {
    await rig.changeRecord(DANA, { HasOptedOutOfEmail: true });
    await sql(`update people set wish_read_at = 'epoch', read_at = 'epoch'; update email_wishes set seen_at = 'epoch'`);
    await seeAsBefore(false);
    const { status, body } = await rae.send();
    await rig.changeRecord(DANA, { HasOptedOutOfEmail: false });
    assert.deepEqual([status, body.code], [409, 'recipient_opted_out'], JSON.stringify(body));
  });

  test('gives way to a later look that can see the field and finds no no', async () => {
    await seeAsBefore(true);
    rig.clock.advance(11 * 60_000);
    await rae.panel.request('GET', `/v1/people?recordId=${DANA}`);
    const { status, body } = await rae.send();
    assert.equal(status, 202, JSON.stringify(body));
  });

  test('is no look at a wish: it could not tell unknown from no, so this release looks again before it sends', async () => {
    await rig.changeRecord(DANA, { HasOptedOutOfEmail: true });
    await forgetDana();
    await seeAsBefore(false);
    const { status, body } = await rae.send();
    await rig.changeRecord(DANA, { HasOptedOutOfEmail: false });
    assert.deepEqual([status, body.code], [409, 'recipient_opted_out'], JSON.stringify(body));
  });

  test('frees the address for other orgs when it ends access, though it does not know of proven addresses', async () => {
    const initech = await rig.service.addOrg({ orgId: '00D000000000002EAA', lightningOrigin: 'https://initech.lightning.force.com' });
    await sql(`update users set state = 'deactivated', deactivated_at = now() where id = $1`, [rae.user.id]);
    assert.ok((await initech.addUser({ salesforceUserId: '005000000000029AAA', email: RAE.email })).id);
    const avery = { salesforceUserId: '005000000000001AAA', email: 'avery@acme.example', name: 'Avery Stone' };
    await rig.org.addUser({ ...avery, role: 'admin' });
    const { status, body } = await (await rig.service.openPanel(rig.org, avery)).request('POST', `/v1/users/${rae.user.id}/reactivation`);
    assert.deepEqual([status, body.state], [200, 'activated'], JSON.stringify(body));
  });
});
