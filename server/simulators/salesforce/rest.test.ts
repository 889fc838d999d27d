import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Connection } from 'jsforce';
import { DANA, GLOBEX, OMAR, RAE, SAM, startRig, type Rig } from './test-rig.ts';

const ORG = '00D000000000001EAA';

interface ApiFailure {
  errorCode: string;
  message: string;
}

/** jsforce hands the error of a record through as Salesforce sends it, though its types name another field. */
function codeOf(result: { errors: unknown[] } | undefined) {
  return (result?.errors[0] as { statusCode: string } | undefined)?.statusCode;
}

describe('the REST API as jsforce sees it', () => {
  let rig: Rig;
  let salesforce: Connection;
  before(async () => {
    rig = await startRig();
    salesforce = await rig.connect();
  });
  after(() => rig.simulator.close());

  const upsert = (key: string, fields: Record<string, unknown>) =>
    salesforce.request<{ id: string; created: boolean }>({
      method: 'PATCH',
      url: `/sobjects/Task/MSI_External_Id__c/${key}`,
      body: JSON.stringify(fields),
      headers: { 'content-type': 'application/json' },
    });
  const tasksWith = async (key: string) => (await salesforce.query(`SELECT Id FROM Task WHERE MSI_External_Id__c = '${key}'`)).totalSize;
  const settings = (change: object) => rig.post(`/sim/orgs/${ORG}/settings`, change);
  const refusal = async (attempt: PromiseLike<unknown>): Promise<string> => {
    const error = await attempt.then(
      () => assert.fail('nothing was refused'),
      (reason: unknown) => reason as ApiFailure,
    );
    return error.errorCode;
  };

  test('upserting the same external id twice leaves one task, whatever the case of the key', async () => {
    const first = await upsert('evt_abc', { Subject: 'Email: Hello', Status: 'Completed', WhoId: DANA, TaskSubtype: 'Email' });
    assert.equal(first.created, true);
    const second = await upsert('EVT_ABC', { Subject: 'Email: Hello again' });
    assert.deepEqual([second.created, second.id], [false, first.id]);
    assert.equal(await tasksWith('evt_abc'), 1);
    const task = await salesforce.sobject('Task').retrieve(first.id);
    assert.deepEqual([task['Subject'], task['IsClosed'], task['OwnerId']], ['Email: Hello again', true, RAE]);
    assert.notEqual(task['CompletedDateTime'], null);
  });

  test('with updateOnly a key that is not there makes no task, and one that is there is updated', async () => {
    const update = (key: string) => upsert(`${key}?updateOnly=true`, { Subject: 'Changed' });
    assert.equal(await refusal(update('evt_never')), 'NOT_FOUND');
    assert.equal(await tasksWith('evt_never'), 0);
    const { id } = await upsert('evt_there', { Subject: 'There' });
    assert.deepEqual([(await update('evt_there')).created, (await salesforce.sobject('Task').retrieve(id))['Subject']], [false, 'Changed']);
    await salesforce.sobject('Task').delete(id);
    assert.equal(await refusal(update('evt_there')), 'NOT_FOUND');
  });

  test('merging contacts moves what stood on the other and leaves it in the bin with the master’s id', async () => {
    const create = async (name: string) => (await salesforce.sobject('Contact').create({ LastName: name })).id ?? '';
    const [master, other] = [await create('Master'), await create('Other')];
    const { id } = await upsert('evt_merged', { Subject: 'On the other', WhoId: other });
    await rig.post(`/sim/orgs/${ORG}/record/${master}/merge`, { others: [other] });
    assert.equal((await salesforce.sobject('Task').retrieve(id))['WhoId'], master);
    const soql = `SELECT Id, IsDeleted, MasterRecordId FROM Contact WHERE Id = '${other}'`;
    assert.equal((await salesforce.query(soql)).totalSize, 0);
    const [row] = (await salesforce.query(soql, { scanAll: true })).records;
    assert.deepEqual([row?.['IsDeleted'], row?.['MasterRecordId']], [true, master]);
    assert.equal(await refusal(salesforce.sobject('Task').create({ Subject: 'x', WhoId: other })), 'ENTITY_IS_DELETED');
  });

  test('a description has the fields of the org and of its admin, but for those that field-level security hides', async () => {
    const customFields = [{ object: 'Lead', name: 'Interests__c', label: 'Interests', type: 'multipicklist', values: { api: 'The API' } }];
    await settings({ customFields, currencies: ['EUR', 'USD'] });
    await rig.post(`/sim/users/${RAE}`, { hiddenFields: ['Lead.City'] });
    const { fields } = await salesforce.describe('Lead');
    const interests = fields.find(({ name }) => name === 'Interests__c');
    assert.deepEqual(
      [
        interests?.label,
        interests?.custom,
        interests?.type,
        interests?.picklistValues?.map(({ value, label }) => `${value}: ${String(label)}`),
      ],
      ['Interests', true, 'multipicklist', ['api: The API']],
    );
    assert.deepEqual(
      ['City', 'Country', 'CurrencyIsoCode'].map((field) => fields.some(({ name }) => name === field)),
      [false, true, true],
    );
    await rig.post(`/sim/users/${RAE}`, { hiddenFields: [] });
    await settings({ customFields: [] });
  });

  test('a list view gives what it shows to whoever asks, page by page, and is not found for another object', async () => {
    const { listviews } = await salesforce.request<{ listviews: { id: string; label: string; soqlCompatible: boolean }[] }>(
      '/sobjects/Lead/listviews',
    );
    const mine = listviews.find(({ label }) => label === 'My Leads');
    assert.equal(listviews.find(({ label }) => label === 'All Open Leads')?.soqlCompatible, true);
    const read = async (query = '', object = 'Lead') => {
      interface Results {
        size: number;
        records: { columns: { fieldNameOrPath: string; value: string | null }[] }[];
      }
      const { size, records } = await salesforce.request<Results>(`/sobjects/${object}/listviews/${mine?.id ?? ''}/results${query}`);
      const names = records.map(({ columns }) => columns.find(({ fieldNameOrPath }) => fieldNameOrPath === 'Name')?.value);
      return { size, names, hasIds: records.every(({ columns }) => columns.some(({ fieldNameOrPath }) => fieldNameOrPath === 'Id')) };
    };
    const all = await read();
    assert.deepEqual([all.names.includes('Dana Whitfield'), all.names.includes('ليلى المنصوري'), all.hasIds], [true, false, true]);
    assert.deepEqual(await read('?limit=1&offset=1'), { size: 1, names: all.names.slice(1, 2), hasIds: true });
    assert.equal(await refusal(read('', 'Contact')), 'NOT_FOUND');
  });

  test('inserting a key that exists is a duplicate and names the record', async () => {
    const { id } = await upsert('evt_once', { Subject: 'One' });
    await assert.rejects(salesforce.sobject('Task').create({ Subject: 'Two', MSI_External_Id__c: 'evt_once' }), (error: ApiFailure) => {
      assert.equal(error.errorCode, 'DUPLICATE_VALUE');
      return error.message.includes(id.slice(0, 15));
    });
  });

  test('a key is free again when its record has another one, is deleted or was rolled back', async () => {
    const { id } = await upsert('evt_first', { Subject: 'One' });
    await salesforce.sobject('Task').update({ Id: id, MSI_External_Id__c: 'evt_second' });
    assert.equal((await upsert('evt_first', { Subject: 'Two' })).created, true);
    assert.equal((await upsert('evt_second', { Subject: 'One' })).id, id);
    await salesforce.sobject('Task').destroy(id);
    assert.equal((await upsert('evt_second', { Subject: 'Three' })).created, true);
    const records = [{ Subject: 'Four', MSI_External_Id__c: 'evt_fourth' }, { NoSuchField__c: 1 }];
    await salesforce.sobject('Task').create(records, { allOrNone: true });
    assert.equal((await upsert('evt_fourth', { Subject: 'Five' })).created, true);
  });

  test('bad input gets the code that Salesforce gives', async () => {
    const create = (fields: Record<string, unknown>) => refusal(salesforce.sobject('Task').create(fields));
    assert.equal(await create({ Subject: 'x', WhoId: DANA, WhatId: GLOBEX }), 'FIELD_INTEGRITY_EXCEPTION');
    assert.equal(await create({ WhoId: GLOBEX }), 'FIELD_INTEGRITY_EXCEPTION');
    assert.equal(await create({ WhoId: '003000000000999AAA' }), 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY');
    assert.equal(await create({ WhoId: 'nonsense' }), 'MALFORMED_ID');
    assert.equal(await create({ Nonsense__c: 1 }), 'INVALID_FIELD');
    assert.equal(await create({ IsClosed: true }), 'INVALID_FIELD_FOR_INSERT_UPDATE');
    assert.equal(await create({ Subject: 'x'.repeat(256) }), 'STRING_TOO_LONG');
    assert.equal(await create({ TaskSubtype: 'Pigeon' }), 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST');
    assert.equal(await create({ MSE_Viewed__c: 'maybe' }), 'JSON_PARSER_ERROR');
    assert.equal(await refusal(salesforce.sobject('Lead').create({ FirstName: 'Nobody' })), 'REQUIRED_FIELD_MISSING');
    assert.equal(await refusal(salesforce.sobject('Lead').update({ Id: DANA, Email: 'no address' })), 'INVALID_EMAIL_ADDRESS');
    assert.equal(await refusal(salesforce.sobject('Nonsense').create({ Name: 'x' })), 'NOT_FOUND');
    const { id } = await upsert('evt_subtype', { Subject: 'x', TaskSubtype: 'Email' });
    assert.equal(
      await refusal(salesforce.sobject('Task').update({ Id: id ?? '', TaskSubtype: 'Call' })),
      'INVALID_FIELD_FOR_INSERT_UPDATE',
    );
  });

  test('a deleted task is gone for query, kept for queryAll and reported as deleted', async () => {
    const { id } = await upsert('evt_gone', { Subject: 'Gone' });
    await salesforce.sobject('Task').delete(id);
    assert.equal(await tasksWith('evt_gone'), 0);
    const all = await salesforce.query(`SELECT Id, IsDeleted FROM Task WHERE Id = '${id}'`, { scanAll: true });
    assert.equal(all.records[0]?.['IsDeleted'], true);
    const now = rig.simulator.store.nowMs();
    const window = { start: new Date(now - 600_000).toISOString(), end: new Date(now + 120_000).toISOString() };
    const deleted = await salesforce.sobject('Task').deleted(window.start, window.end);
    assert.ok(deleted.deletedRecords.some((record) => record.id === id));
    assert.equal(await refusal(salesforce.sobject('Task').retrieve(id)), 'ENTITY_IS_DELETED');
  });

  test('describe follows the settings of the org', async () => {
    const fieldOf = async (name: string) => (await salesforce.sobject('Task').describe()).fields.find((field) => field.name === name);
    const key = await fieldOf('MSI_External_Id__c');
    assert.deepEqual([key?.externalId, key?.unique], [true, true]);
    assert.deepEqual(
      (await fieldOf('Type'))?.picklistValues?.map(({ value }) => value),
      ['Call', 'Email', 'Reply', 'Meeting', 'Other'],
    );
    await settings({ taskExternalId: false, taskTypes: null, completedStatus: 'Done', readOnlyFields: ['Task.MSE_Viewed__c'] });
    assert.equal(await fieldOf('MSI_External_Id__c'), undefined);
    assert.equal(await fieldOf('Type'), undefined);
    assert.equal((await fieldOf('MSE_Viewed__c'))?.updateable, false);
    assert.equal(await refusal(upsert('evt_x', { Subject: 'x' })), 'NOT_FOUND');
    const closed = await salesforce.query('SELECT MasterLabel, ApiName FROM TaskStatus WHERE IsClosed = true');
    assert.equal(closed.records[0]?.['MasterLabel'], 'Done');
    await settings({ taskExternalId: true, taskTypes: ['Call', 'Email', 'Reply'], completedStatus: 'Completed', readOnlyFields: [] });
  });

  test('a collection reports each record, and with allOrNone leaves nothing behind', async () => {
    const records = [
      { Subject: 'good', MSI_External_Id__c: 'evt_c1' },
      { Subject: 'bad', Priority: 'High', WhoId: GLOBEX },
    ];
    const [good, bad] = await salesforce.sobject('Task').create(records);
    assert.equal(good?.success, true);
    assert.equal(bad?.success, false);
    assert.equal(codeOf(bad), 'FIELD_INTEGRITY_EXCEPTION');
    const again = records.map((record) => ({ ...record, MSI_External_Id__c: 'evt_c2' }));
    const undone = await salesforce.sobject('Task').create(again, { allOrNone: true });
    assert.equal(codeOf(undone[0]), 'ALL_OR_NONE_OPERATION_ROLLED_BACK');
    assert.equal(await tasksWith('evt_c2'), 0);
    const upserted = await salesforce.sobject('Task').upsert(
      [
        { MSI_External_Id__c: 'evt_c1', Subject: 'better' },
        { MSI_External_Id__c: 'evt_c3', Subject: 'new' },
      ],
      'MSI_External_Id__c',
    );
    assert.deepEqual(
      upserted.map((result) => result.success && result.created),
      [false, true],
    );
  });

  test('a composite request hands results on and is undone as one', async () => {
    const composite = (allOrNone: boolean, subject: string) =>
      salesforce.requestPost<{ compositeResponse: { httpStatusCode: number; body: { id?: string }; referenceId: string }[] }>(
        '/services/data/v66.0/composite',
        {
          allOrNone,
          compositeRequest: [
            {
              method: 'POST',
              url: '/services/data/v66.0/sobjects/Contact',
              referenceId: 'person',
              body: { LastName: 'Composite', AccountId: GLOBEX },
            },
            {
              method: 'POST',
              url: '/services/data/v66.0/sobjects/Task',
              referenceId: 'task',
              body: { Subject: subject, WhoId: '@{person.id}' },
            },
            {
              method: 'GET',
              url: "/services/data/v66.0/query?q=SELECT Who.Name FROM Task WHERE WhoId='@{person.id}'",
              referenceId: 'look',
            },
          ],
        },
      );
    const { compositeResponse } = await composite(true, 'fine');
    assert.deepEqual(
      compositeResponse.map(({ httpStatusCode }) => httpStatusCode),
      [201, 201, 200],
    );
    const undone = (await composite(true, 'x'.repeat(300))).compositeResponse;
    assert.deepEqual(
      undone.map(({ httpStatusCode }) => httpStatusCode),
      [400, 400, 400],
    );
    assert.equal((await salesforce.query("SELECT COUNT() FROM Contact WHERE LastName = 'Composite'")).totalSize, 1);
  });

  test('a locked row on order fails one subrequest only', async () => {
    const locked = [{ message: 'unable to obtain exclusive access to this record', errorCode: 'UNABLE_TO_LOCK_ROW', fields: [] }];
    await rig.post('/sim/faults', {
      match: { method: 'POST', path: '/sobjects/Task' },
      times: 1,
      action: { kind: 'status', status: 400, body: locked },
    });
    assert.equal(await refusal(salesforce.sobject('Task').create({ Subject: 'x' })), 'UNABLE_TO_LOCK_ROW');
    assert.equal((await salesforce.sobject('Task').create({ Subject: 'x' })).success, true);
  });

  test('a user without API Enabled may sign in and gets nothing more', async () => {
    const sam = await rig.connect(SAM);
    assert.equal(await refusal(sam.query('SELECT Id FROM Lead')), 'API_CURRENTLY_DISABLED');
    await rig.post(`/sim/users/${SAM}`, { apiEnabled: true });
    assert.ok((await sam.query('SELECT Id FROM Lead')).totalSize > 0);
  });

  test('no user of one org sees a record of another', async () => {
    const raj = await rig.connect('005000000000022AAA');
    const { records } = await raj.query('SELECT Name FROM Lead');
    assert.deepEqual(
      records.map((record) => record['Name']),
      ['Uma Novak'],
    );
    assert.equal(await refusal(raj.sobject('Lead').retrieve(DANA)), 'NOT_FOUND');
  });

  test('an expired session, an unknown version and a spent limit are named as Salesforce names them', async () => {
    assert.match(String(salesforce.limitInfo.apiUsage?.limit), /^15000$/);
    await settings({ apiCalls: 15_000 });
    assert.equal(await refusal(salesforce.query('SELECT Id FROM Lead')), 'REQUEST_LIMIT_EXCEEDED');
    await settings({ apiCalls: 0 });
    assert.equal(await refusal(salesforce.request('/services/data/v21.0/limits')), 'UNSUPPORTED_API_VERSION');
    await rig.post(`/sim/users/${RAE}/expire-access-tokens`);
    assert.equal(await refusal(salesforce.query('SELECT Id FROM Lead')), 'INVALID_SESSION_ID');
    salesforce = await rig.connect();
  });

  test('a converted lead refuses tasks and points to its contact', async () => {
    const converted = await rig.post(`/sim/orgs/${ORG}/leads/00Q000000000005EAA/convert`);
    const { contactId } = (await converted.json()) as { contactId: string };
    const { records } = await salesforce.query("SELECT IsConverted, ConvertedContactId FROM Lead WHERE Id = '00Q000000000005EAA'");
    assert.deepEqual([records[0]?.['IsConverted'], records[0]?.['ConvertedContactId']], [true, contactId]);
    assert.equal(
      await refusal(salesforce.sobject('Task').create({ Subject: 'x', WhoId: '00Q000000000005EAA' })),
      'CANNOT_UPDATE_CONVERTED_LEAD',
    );
  });

  test('a sent EmailMessage brings its own completed task', async () => {
    const created = await salesforce.sobject('EmailMessage').create({ Subject: 'Hi', TextBody: 'Hello', Status: '3', RelatedToId: OMAR });
    const message = await salesforce.sobject('EmailMessage').retrieve(created.id ?? '');
    const task = await salesforce.sobject('Task').retrieve(String(message['ActivityId']));
    assert.deepEqual([task['TaskSubtype'], task['IsClosed'], task['WhoId'], task['AccountId']], ['Email', true, OMAR, GLOBEX]);
  });
});
