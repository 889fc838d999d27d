import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import {
  ACME,
  DANA,
  GLOBEX,
  GLOBEX_DEAL,
  OMAR,
  PAT_WITHOUT_ADDRESS,
  RAE,
  startSellingRig,
  type Rep,
  type SellingRig,
} from '../../../test-support/selling-rig.ts';
import { createDynamicFields, type DynamicFields } from './dynamic-fields.ts';

const LIN = '003000000000002AAA';
const SEATS = [
  { object: 'Lead', name: 'Seats__c', label: 'Seats wanted', type: 'double' },
  { object: 'Lead', name: 'Title__c', label: 'Own title', type: 'string' },
  { object: 'Lead', name: 'Interests__c', label: 'Interests', type: 'multipicklist', values: { pricing: 'Prices', api: 'The API' } },
  { object: 'Lead', name: 'Renewal__c', label: 'Renewal', type: 'date' },
  { object: 'Lead', name: 'Is_Partner__c', label: 'Partner', type: 'boolean' },
  { object: 'Lead', name: 'Met_At__c', label: 'Met at', type: 'datetime' },
];

interface Of {
  personId?: string;
  recordId?: string;
  subject?: string;
  use?: DynamicFields;
}

describe('Dynamic fields', () => {
  let rig: SellingRig;
  let rae: Rep;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    await rig.reset();
    rae = await rig.addRep(RAE, 'google');
  });
  after(() => rig.close());

  const settings = (change: object) => rig.simulator('salesforce', 'POST', `/sim/orgs/${ACME}/settings`, change);
  /** As a process that starts has it: nothing is remembered of an object. */
  const anew = () => {
    const { connections, database, clock } = rig;
    return createDynamicFields({ pool: database.pool, clock, openSalesforce: connections.salesforceConnections.open });
  };
  const fill = async (body: string, { personId = DANA, recordId, subject = 'x', use = anew() }: Of = {}) => {
    const text = { recordId: recordId ?? personId, personIds: [personId], identityId: null, subject, bodyHtml: body };
    const [person] = (await use.fillFields(ACME, rae.user.id, text)).people;
    return person ?? assert.fail('the person is not shown');
  };
  const words = async (body: string, of: Of = {}): Promise<string> => (await fill(body, of)).bodyHtml;
  const calls = async (path: string): Promise<string[]> =>
    (await rig.simulator('salesforce', 'GET', `/sim/requests?path=${encodeURIComponent(path)}`)).requests.map(
      ({ path: asked }: { path: string }) => asked,
    );

  test('of the person are read from a lead and from a contact with its account', async () => {
    const all = '{{first name}}|{{last_name}}|{{Full-Name}}|{{title}}|{{company}}|{{email}}|{{phone}}|{{work_website | default: "none"}}';
    assert.equal(await words(all), 'Dana|Whitfield|Dana Whitfield|Director of Operations|Globex|dana@globex.example|+1 555 0100|none');
    assert.equal(
      await words(all, { personId: OMAR }),
      'Omar|Reyes|Omar Reyes|Chief Operating Officer|Globex|omar@globex.example|+1 555 0111|https://globex.example',
    );
  });

  test('of the sender are those of the identity and of the user in Salesforce', async () => {
    await rig.simulator('salesforce', 'POST', `/sim/users/${RAE.salesforceUserId}`, { phone: '+44 20 555' });
    const sign = (html: string) => rig.database.ownerPool.query('update users set signature_html = $2 where id = $1', [rae.user.id, html]);
    await sign('<p>Rae <b>O.</b></p>');
    const body = '<p>{{my_name}}, {{my_first_name}}, {{my_email}}, {{my_title}}, {{my_phone}}</p><p>{{my_signature}}</p>';
    const filled = await fill(body, { subject: '{{my_signature}}' });
    assert.equal(filled.bodyHtml, '<p>Rae Ortiz, Rae, rae@acme.example, Account Executive, +44 20 555</p><div><p>Rae <b>O.</b></p></div>');
    assert.deepEqual(filled.unresolved, [{ field: 'my_signature', reason: 'not_available' }]);
    await sign('<p>{{my_title}}, for {{company}} {{my_signature}} {{shoe_size}}</p>');
    const signed = await fill('<p>{{my_signature}}</p>');
    assert.equal(signed.bodyHtml, '<div><div>Account Executive, for Globex {{my_signature}} {{shoe_size}}</div></div>');
    assert.deepEqual(signed.unresolved, [
      { field: 'my_signature', reason: 'unreadable' },
      { field: 'shoe_size', reason: 'unknown_field' },
    ]);
  });

  test('of Salesforce are found by any spelling, of the person, its account, its owner, and the record the rep acts from', async () => {
    await rig.changeRecord(GLOBEX, { AnnualRevenue: 1_250_000.5 });
    const asked: [string, Of, string][] = [
      [
        '{{sfdc_lead_source}} {{sfdc_lead_lead_source}} {{SFDC Lead City}} {{sfdc_owner_name}} {{sfdc_lead_owner_email}}',
        {},
        'Web Web Springfield Rae Ortiz rae@acme.example',
      ],
      [
        '{{sfdc_contact_account_name}} {{sfdc_account_name}} {{sfdc_account_AnnualRevenue}} {{sfdc_account_owner_name}}',
        { personId: OMAR },
        'Globex Globex 1,250,000.50 Rae Ortiz',
      ],
      [
        '{{sfdc_opportunity_amount}} {{sfdc_opportunity_close_date}} {{sfdc opportunity probability}}',
        { personId: OMAR, recordId: GLOBEX_DEAL },
        '48,000 December 18, 2026 60%',
      ],
      ['{{sfdc_account_industry}}', { personId: DANA, recordId: GLOBEX }, 'Manufacturing'],
    ];
    for (const [body, of, is] of asked) assert.equal(await words(body, of), is);
  });

  test('that an admin has added are found with and without their ending, and written for people', async () => {
    await settings({ customFields: SEATS, currencies: ['EUR', 'USD'] });
    await rig.changeRecord(DANA, {
      Seats__c: 1200.5,
      Title__c: 'Own',
      Interests__c: 'pricing;api',
      Is_Partner__c: false,
      Renewal__c: '2026-03-05',
      Met_At__c: '2026-03-05T18:30:00.000+0000',
    });
    assert.equal(
      await words('{{sfdc_lead_seats}} {{custom_field_seats}} {{sfdc_lead_title}} {{sfdc_lead_title__c}} {{custom_field_title}}'),
      '1,200.5 1,200.5 Director of Operations Own Own',
    );
    await rig.database.ownerPool.query(
      `update users set chosen_locale = 'de-DE', chosen_language = 'de', chosen_time_zone = 'Europe/Berlin'`,
    );
    assert.equal(
      await words('{{sfdc_interests}}; {{sfdc_renewal}}; {{sfdc_is_partner}}; {{sfdc_met_at}}; {{sfdc_seats}}'),
      'Prices, The API; 5. März 2026; nein; 5. März 2026 um 19:30; 1.200,5',
    );
    await rig.changeRecord(GLOBEX_DEAL, { CurrencyIsoCode: 'EUR' });
    assert.equal(
      (await words('{{sfdc_opportunity_amount}}', { personId: OMAR, recordId: GLOBEX_DEAL })).replace('\u00a0', ' '),
      '48.000 €',
    );
  });

  test('that are empty are nothing, or “your company”, or stop the email; a default goes before all of it', async () => {
    await rig.changeRecord(PAT_WITHOUT_ADDRESS, { FirstName: null, Title: null });
    const filled = await fill(
      '{{first_name}}|{{title | default: "you"}}|{{email}}|{{E-Mail}}|{{sfdc_city}}|{{nonsense}}|' +
        '{{nonsense | default: "x"}}|{{team_unsubscribe}}|{{ }}',
      { personId: PAT_WITHOUT_ADDRESS },
    );
    assert.equal(filled.bodyHtml, '|you|{{email}}|{{E-Mail}}|{{sfdc_city}}|{{nonsense}}|x|{{team_unsubscribe}}|{{ }}');
    assert.deepEqual(filled.blank, ['first_name']);
    assert.deepEqual(filled.unresolved, [
      { field: 'email', reason: 'empty' },
      { field: 'sfdc_city', reason: 'empty' },
      { field: 'nonsense', reason: 'unknown_field' },
      { field: 'team_unsubscribe', reason: 'not_available' },
      { field: '{{ }}', reason: 'unreadable' },
    ]);
    const contact = (await rig.simulator('salesforce', 'POST', `/sim/orgs/${ACME}/records/Contact`, { LastName: 'Alone' })) as {
      Id: string;
    };
    const alone = await fill('{{company}} and {{company_friendly}}', { personId: contact.Id });
    assert.deepEqual([alone.bodyHtml, alone.blank], ['your company and your company', ['company', 'company_friendly']]);
  });

  test('are not made by what somebody has written into a record', async () => {
    await rig.changeRecord(DANA, { Title: '{{email}}', Company: '{' });
    const { bodyHtml, subject } = await fill('<p>{{title}} {{company}}{email}}</p>', { subject: '{{title}}' });
    const again = await fill(bodyHtml, { subject });
    assert.deepEqual([again.bodyHtml, again.subject], [bodyHtml, subject]);
    assert.equal(bodyHtml.replaceAll('\u2060', ''), '<p>{{email}} {{email}}</p>');
  });

  test('that the rights of the rep do not show are not there, also when they are hidden after they were seen', async () => {
    const use = anew();
    assert.equal((await fill('{{sfdc_rating | default: "no"}}{{sfdc_city}}', { use })).bodyHtml, 'noSpringfield');
    const phones = '{{phone}}|{{sfdc_account_phone | default: "-"}}';
    assert.equal((await fill(phones, { personId: OMAR, use })).bodyHtml, '+1 555 0111|+1 555 0110');
    await rig.hide(RAE, { hiddenFields: ['Account.Phone'] });
    assert.equal((await fill(phones, { personId: OMAR, use })).bodyHtml, '+1 555 0111|-');
    await rig.hide(RAE, { hiddenFields: ['Lead.City', 'Lead.Phone', 'Contact.AccountId'] });
    const [hidden, anewHidden] = [await fill('{{sfdc_city}}{{phone}}', { use }), await fill('{{sfdc_city}}')];
    assert.deepEqual(
      hidden.unresolved.map(({ reason }) => reason),
      ['empty', 'empty'],
    );
    assert.deepEqual(anewHidden.unresolved, [{ field: 'sfdc_city', reason: 'unknown_field' }]);
    assert.deepEqual(
      (await fill('{{sfdc_account_name | default: "-"}}{{company | default: "none"}}', { personId: OMAR })).bodyHtml,
      '-none',
    );
    await rig.hide(RAE, { hiddenFields: [], hiddenRecords: [DANA] });
    const people = (
      await use.fillFields(ACME, rae.user.id, { recordId: DANA, personIds: [DANA], identityId: null, subject: '', bodyHtml: '{{title}}' })
    ).people;
    assert.deepEqual(people, []);
  });

  test('of two hundred people take one query for each object, and a description for ten minutes', async () => {
    const use = anew();
    const add = async (n: number): Promise<string> =>
      (
        (await rig.simulator('salesforce', 'POST', `/sim/orgs/${ACME}/records/Lead`, {
          LastName: `L${String(n)}`,
          Company: 'C, Inc.',
        })) as { Id: string }
      ).Id;
    const leads = await Promise.all(Array.from({ length: 198 }, (_, n) => add(n)));
    const before = [(await calls('/services/data/v66.0/query')).length, (await calls('/services/data/v66.0/sobjects')).length];
    const values = await use.readFieldValues(ACME, rae.user.id, { recordId: null, personIds: [...leads, OMAR, LIN] }, [
      'company friendly',
      'sfdc_city',
      'nonsense',
      'my_first_name',
    ]);
    const after = [(await calls('/services/data/v66.0/query')).length, (await calls('/services/data/v66.0/sobjects')).length];
    assert.equal(values.size, 200);
    assert.deepEqual(Object.fromEntries(values.get(leads[7] ?? '') ?? []), {
      'company friendly': 'C',
      sfdc_city: null,
      nonsense: null,
      my_first_name: 'Rae',
    });
    assert.deepEqual(
      after.map((count, index) => count - (before[index] ?? 0)),
      [3, 2],
    );
    await use.readFieldValues(ACME, rae.user.id, { recordId: null, personIds: [DANA] }, ['sfdc_city']);
    assert.equal((await calls('/services/data/v66.0/sobjects')).length, after[1]);
    rig.clock.advance(11 * 60_000);
    await use.readFieldValues(ACME, rae.user.id, { recordId: null, personIds: [DANA] }, ['sfdc_city']);
    assert.equal((await calls('/services/data/v66.0/sobjects')).length, (after[1] ?? 0) + 1);
  });

  test('are offered for the record with the labels of Salesforce, under names that are read back', async () => {
    await settings({ customFields: SEATS });
    const list = async (query: string) =>
      (await rae.panel.request('GET', `/v1/dynamic-fields${query}`)).body.groups as {
        group: string;
        fields: { name: string; label: string; custom: boolean }[];
      }[];
    const ofLead = await list(`?recordId=${DANA}`);
    assert.deepEqual(
      ofLead.map(({ group }) => group),
      ['person', 'sender', 'lead'],
    );
    const fields = ofLead[2]?.fields ?? [];
    assert.deepEqual(
      fields.filter(({ custom }) => custom).map(({ name }) => name),
      ['sfdc_lead_interests', 'sfdc_lead_met_at', 'sfdc_lead_title__c', 'sfdc_lead_is_partner', 'sfdc_lead_renewal', 'sfdc_lead_seats'],
    );
    assert.ok(fields.some(({ name, label }) => name === 'sfdc_lead_lead_source' && label === 'Lead Source'));
    assert.deepEqual(
      (await list(`?recordId=${GLOBEX_DEAL}`)).map(({ group }) => group),
      ['person', 'sender', 'contact', 'account', 'opportunity'],
    );
    assert.equal((await list('')).length, 6);
    const names = [...(ofLead[0]?.fields ?? []), ...(ofLead[1]?.fields ?? []), ...fields].map(({ name }) => `{{${name}}}`);
    const { unresolved } = await fill(names.join(' '));
    assert.deepEqual(
      unresolved.filter(({ reason }) => reason !== 'empty'),
      [],
    );
  });

  test('are checked for many people without any value in the answer', async () => {
    const body = {
      recordId: DANA,
      personIds: [DANA, PAT_WITHOUT_ADDRESS],
      subject: 'Hi {{first_name}}',
      bodyHtml: '<p>{{email}} {{E-mail}} {{! Why?}}</p><p><a href="{{title}}">x</a></p>',
    };
    const answer = await rae.panel.request('POST', '/v1/dynamic-fields/check', body);
    assert.deepEqual(answer.body, {
      people: [
        { personId: DANA, personName: 'Dana Whitfield', unresolved: [{ field: 'title', reason: 'not_a_link' }], blank: [] },
        {
          personId: PAT_WITHOUT_ADDRESS,
          personName: 'Pat Moreno',
          unresolved: [
            { field: 'email', reason: 'empty' },
            { field: 'title', reason: 'not_a_link' },
          ],
          blank: [],
        },
      ],
      prompts: ['Why?'],
    });
    for (const written of ['{{f', '{{f | ']) {
      const many = Array.from({ length: 201 }, (_, n) => `${written}${String(n)}}}`).join('');
      const tooMany = await rae.panel.request('POST', '/v1/dynamic-fields/check', { ...body, bodyHtml: many });
      assert.deepEqual([tooMany.status, tooMany.body.code, tooMany.body.limit], [413, 'text_too_large', 200]);
    }
  });
});
