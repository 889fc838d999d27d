import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, test } from 'node:test';
import { systemClock } from '../../platform/clock.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import { createSalesforceClient, quoted, quotedId, type RecordFields, type SalesforceClient, type SalesforceGrant } from './index.ts';
import { failureOf, RAE, SAM, startRig, type Rig } from '../../../test-support/salesforce-rig.ts';

const DANA = '00Q000000000001EAA';
const DATA = '/services/data/v66.0';

describe('Salesforce with the rights of one user', () => {
  let rig: Rig;
  let grant: SalesforceGrant;
  let client: SalesforceClient;
  before(async () => void (rig = await startRig(700)));
  beforeEach(async () => {
    await rig.order('/sim/reset');
    grant = await rig.connect();
    client = rig.clientOf(grant);
  });
  after(() => rig.close());

  const upsert = async (key: string, fields: RecordFields) =>
    (await client.upsertRecords('Task', 'MSI_External_Id__c', [{ key, fields }]))[0];

  test('reads a Lead as a person', async () => {
    const dana = await client.readPerson(DANA.slice(0, 15));
    assert.deepEqual(
      [dana?.id, dana?.name, dana?.firstName, dana?.email, dana?.company, dana?.optedOut],
      [DANA, 'Dana Whitfield', 'Dana', 'dana@globex.example', 'Globex', false],
    );
  });

  test('reads several people in the order asked for and leaves out what cannot be seen', async () => {
    const people = await client.readPeople(['003000000000003AAA', '00Q000000000999EAA', '00Q000000000002EAA']);
    assert.deepEqual(
      people.map(({ name, email, company, optedOut }) => [name, email, company, optedOut]),
      [
        ['Gail Weber', 'gail@globex.example', 'Globex', true],
        ['Pat Moreno', null, people[1]?.company, false],
      ],
    );
  });

  test('reads the contacts of an Account by name', async () => {
    const names = (await client.readRelatedPeople('001000000000001AAA')).map(({ name }) => name);
    assert.deepEqual(names, ['Gail Weber', 'Ivo Petrov', 'Lin Zhou', 'Omar Reyes']);
    assert.deepEqual(await client.readRelatedPeople('001000000000002AAA'), []);
  });

  test('reads the contact roles of an Opportunity, the primary one first', async () => {
    const people = await client.readRelatedPeople('006000000000001AAA');
    assert.deepEqual(
      people.map(({ name, role, isPrimary }) => [name, role, isPrimary]),
      [
        ['Omar Reyes', 'Decision Maker', true],
        ['Lin Zhou', 'Evaluator', false],
      ],
    );
    assert.deepEqual(await client.readRelatedPeople('006000000000002AAA'), []);
  });

  test('reads the name of a record of each kind, and null for what is not there', async () => {
    assert.equal((await client.readRecordName('006000000000001AAA'))?.name, 'Globex - 40 seats');
    assert.equal(await client.readRecordName('006000000000999AAA'), null);
    assert.equal(await client.readRecordName('a00000000000001AAA'), null);
  });

  test('shows people also when field-level security hides the opt-out, and says of nobody that they may be written to', async () => {
    const GAIL = '003000000000003AAA';
    const seen = async () => [
      (await client.readPerson(DANA))?.optedOut,
      ...(await client.readPeople([DANA, GAIL])).map(({ optedOut }) => optedOut),
      ...(await client.readRelatedPeople('001000000000001AAA')).map(({ optedOut }) => optedOut),
      ...(await client.readRelatedPeople('006000000000001AAA')).map(({ optedOut }) => optedOut),
    ];
    assert.deepEqual(await seen(), [false, false, true, true, false, false, false, false, false]);
    await rig.order(`/sim/users/${RAE}`, { hiddenFields: ['Lead.HasOptedOutOfEmail', 'Contact.HasOptedOutOfEmail'] });
    assert.deepEqual(await seen(), Array(9).fill(null));
  });

  test('says what a Task of this org can hold', async () => {
    const task = await client.describeTask();
    assert.equal(task.externalIdField, 'MSI_External_Id__c');
    assert.deepEqual([task.closedStatus, task.openStatus], ['Completed', 'Not Started']);
    assert.deepEqual(
      task.priorities.map(({ value, isDefault }) => [value, isDefault]),
      [
        ['Normal', true],
        ['High', false],
        ['Low', false],
      ],
    );
    assert.ok(task.createableFields.has('Description'));
    await rig.order('/sim/orgs/00D000000000001EAA/settings', { taskExternalId: false, completedStatus: 'Erledigt' });
    const bare = await client.describeTask();
    assert.deepEqual([bare.externalIdField, bare.closedStatus], [null, 'Erledigt']);
  });

  test('writes one Task however often it is repeated', async () => {
    const fields = { Subject: 'Email: Hello', Status: 'Completed', WhoId: DANA };
    const first = await upsert('evt_1', fields);
    assert.match(String(first), /^00T/);
    assert.equal(await upsert('evt_1', fields), first);
  });

  test('takes the Task of whoever was faster with the same key', async () => {
    await rig.order('/sim/orgs/00D000000000001EAA/record-faults', {
      object: 'Task',
      times: 1,
      errorCode: 'DUPLICATE_VALUE',
      message: 'duplicate value found: MSI_External_Id__c duplicates value on record with id: 00T000000000001',
    });
    assert.equal(await upsert('evt_1', { Subject: 'Hello' }), '00T000000000001EAA');
  });

  test('writes a Task without a key, and says so when nobody knows whether it was written', async () => {
    const create = () => client.createRecords('Task', [{ Subject: 'Hello', WhoId: DANA }]);
    assert.match(String((await create())[0]), /^00T/);
    await rig.order('/sim/faults', {
      match: { method: 'POST', path: `${DATA}/composite/sobjects` },
      effect: 'after',
      action: { kind: 'cut' },
    });
    assert.equal((await failureOf(create())).kind, 'uncertain');
  });

  test('writes each record of a call for itself: one that is refused says why and takes no other with it', async () => {
    await rig.order('/sim/orgs/00D000000000001EAA/record-faults', {
      object: 'Task',
      contains: 'second',
      times: 1,
      errorCode: 'UNABLE_TO_LOCK_ROW',
      message: 'unable to obtain exclusive access to this record',
    });
    const records = ['first', 'second', 'third'].map((Subject) => ({ key: `evt_${Subject}`, fields: { Subject } }));
    const [first, second, third] = await client.upsertRecords('Task', 'MSI_External_Id__c', records);
    assert.ok(second instanceof ProviderError);
    assert.deepEqual([second.kind, second.vendorCode], ['transient', 'UNABLE_TO_LOCK_ROW']);
    const changed = await client.updateRecords(
      'Task',
      [first, third].map((id) => ({ id: String(id), fields: { Subject: 'changed' } })),
    );
    assert.deepEqual(changed, [first, third]);
    const [gone] = await client.updateRecords('Task', [{ id: '00T000000000999EAA', fields: { Subject: 'x' } }]);
    assert.ok(gone instanceof ProviderError && gone.kind === 'not_found');
  });

  test('takes at most 200 records in a call, and asks nothing for none', async () => {
    const many = Array.from({ length: 201 }, (_, index) => ({ key: `evt_${String(index)}`, fields: { Subject: 'x' } }));
    await assert.rejects(client.upsertRecords('Task', 'MSI_External_Id__c', many), TypeError);
    const written = await client.upsertRecords('Task', 'MSI_External_Id__c', many.slice(1));
    assert.equal(new Set(written).size, 200);
    assert.deepEqual(await client.createRecords('Task', []), []);
  });

  test('finds out that a user lacks "API Enabled"', async () => {
    assert.equal(await client.probeApiEnabled(), true);
    assert.equal(await rig.clientOf(await rig.connect(SAM)).probeApiEnabled(), false);
  });

  // The thirteen traps of jsforce

  test('trap 1: speaks API version 66.0 and no other', async () => {
    await client.readPerson(DANA);
    assert.equal(await rig.count('GET', '/services/data/'), await rig.count('GET', `${DATA}/`));
  });

  test('trap 2: never sends a code verifier with a refresh', async () => {
    await rig.order('/sim/faults', {
      match: { path: '/services/oauth2/token', body: 'code_verifier' },
      times: -1,
      action: { kind: 'status', status: 400, body: {} },
    });
    assert.ok((await rig.salesforce.refresh(grant)).accessToken);
  });

  test('trap 3: an expired token is refreshed by our own function only, whose new token is used', async () => {
    const mine = rig.clientOf(grant, () => rig.salesforce.refresh(grant));
    await rig.order('/sim/users/005000000000002AAA/expire-access-tokens');
    const before = await rig.count('POST', '/services/oauth2/token');
    assert.equal((await mine.readPerson(DANA))?.id, DANA);
    assert.equal((await rig.count('POST', '/services/oauth2/token')) - before, 1);
  });

  test('trap 4: a 401 that a fresh token does not mend ends after one replay', async () => {
    let refreshes = 0;
    const mine = rig.clientOf(grant, async () => {
      refreshes += 1;
      return grant;
    });
    const body = [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }];
    await rig.order('/sim/faults', { match: { path: DATA }, times: -1, action: { kind: 'status', status: 401, body } });
    const before = await rig.count('GET', DATA);
    assert.equal((await failureOf(mine.readPerson(DANA))).kind, 'auth_expired');
    assert.deepEqual([refreshes, (await rig.count('GET', DATA)) - before], [1, 2]);
  });

  test('trap 5: what a failed refresh means is not lost', async () => {
    const mine = rig.clientOf(grant, () => rig.salesforce.refresh({ ...grant, refreshToken: 'dead' }));
    await rig.order('/sim/users/005000000000002AAA/expire-access-tokens');
    const failure = await failureOf(mine.readPerson(DANA));
    assert.deepEqual([failure.kind, failure.vendorCode], ['reconnect_required', 'invalid_grant']);
  });

  for (const [name, action] of [
    ['a 503', { kind: 'status', status: 503, body: 'down' }],
    ['a cut socket', { kind: 'cut' }],
    ['silence', { kind: 'delay', ms: 1_500 }],
  ] as const) {
    test(`trap 6: after ${name} nothing is repeated behind our back`, async () => {
      await rig.order('/sim/faults', { match: { path: `${DATA}/query` }, times: -1, action });
      const before = await rig.count('GET', DATA);
      assert.equal((await failureOf(client.readPerson(DANA))).kind, 'transient');
      assert.equal((await rig.count('GET', DATA)) - before, 1);
    });
  }

  test('trap 8: the token never stands in an address', async () => {
    await rig.salesforce.readIdentity(grant);
    await client.readPerson(DANA);
    const { requests } = (await (await fetch(`${rig.simulator.url}/sim/requests`)).json()) as { requests: { url: string }[] };
    assert.deepEqual(
      requests.filter(({ url }) => url.includes('oauth_token') || url.includes(encodeURIComponent(grant.accessToken))),
      [],
    );
  });

  test('trap 9: what a person types cannot leave its place in a query', async () => {
    for (const typed of ["O'Brien", '\\', "\\' OR Name LIKE '%", "'; DELETE", 'new\nline', '\\\\'])
      assert.deepEqual(await client.query(`SELECT Id FROM Lead WHERE Name = ${quoted(typed)}`), []);
    assert.equal(quoted("\\'"), "'\\\\\\''");
    assert.throws(() => quotedId("001' OR Id != '"), TypeError);
  });

  test('trap 10: an external id that would change the path is refused', async () => {
    for (const id of ['a/b', '../Account/1', 'a?b', 'a b', '', 'ü']) await assert.rejects(upsert(id, { Subject: 'x' }), TypeError);
    await assert.rejects(client.readPerson('../00Q0000000000'), TypeError);
  });

  test('trap 11 and 13: one failure among several is reported by its own code', async () => {
    const body = [
      { errorCode: 'UNABLE_TO_LOCK_ROW', message: 'unable to obtain exclusive access to this record' },
      { errorCode: 'UNKNOWN_EXCEPTION', message: 'x' },
    ];
    await rig.order('/sim/faults', { match: { path: DATA }, action: { kind: 'status', status: 400, body } });
    const failure = await failureOf(upsert('evt_1', { Subject: 'x' }));
    assert.deepEqual([failure.kind, failure.vendorCode], ['transient', 'UNABLE_TO_LOCK_ROW']);
  });

  test('trap 12: knows how much of the org’s daily calls is used', async () => {
    assert.equal(client.apiUsage(), null);
    await client.readPerson(DANA);
    assert.ok((client.apiUsage()?.limit ?? 0) > 0);
  });

  for (const [status, errorCode, message, kind] of [
    [403, 'API_CURRENTLY_DISABLED', 'API is disabled for this User', 'admin_action'],
    [403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.', 'rate_limited'],
    [403, 'REQUEST_LIMIT_EXCEEDED', 'ConcurrentRequests (Concurrent API Requests) Limit exceeded.', 'rate_limited'],
    [401, 'INVALID_SESSION_ID', 'This session is not valid for use with the REST API', 'admin_action'],
    [400, 'FIELD_CUSTOM_VALIDATION_EXCEPTION', 'The subject must be polite', 'invalid'],
    [403, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id', 'permission'],
    [404, 'NOT_FOUND', 'The requested resource does not exist', 'not_found'],
    [400, 'ENTITY_IS_DELETED', 'entity is deleted', 'not_found'],
    [400, 'CANNOT_EXECUTE_FLOW_TRIGGER', 'UNABLE_TO_LOCK_ROW, unable to obtain', 'transient'],
    [400, 'LICENSING_UNKNOWN_ERROR', 'no licence', 'admin_action'],
    [403, 'INVALID_OPERATION_WITH_EXPIRED_PASSWORD', 'The users password has expired, you must call SetPassword', 'admin_action'],
    [403, 'PASSWORD_LOCKOUT', 'Your login attempt has failed', 'admin_action'],
    [403, 'LOGIN_DURING_RESTRICTED_TIME', 'You cannot log in at this time', 'admin_action'],
    [403, 'LOGIN_DURING_RESTRICTED_DOMAIN', 'not from this address', 'admin_action'],
    [403, 'CLIENT_NOT_ACCESSIBLE_FOR_USER', 'client not accessible', 'admin_action'],
    [403, 'TRIAL_EXPIRED', 'trial expired', 'admin_action'],
    [400, 'INACTIVE_OWNER_OR_USER', 'operation performed with inactive user', 'admin_action'],
    [400, 'STORAGE_LIMIT_EXCEEDED', 'storage limit exceeded', 'admin_action'],
    [403, 'API_DISABLED_FOR_ORG', 'The REST API is not enabled for this Organization', 'admin_action'],
    [503, 'FUNCTIONALITY_TEMPORARILY_UNAVAILABLE', 'later', 'transient'],
    [400, 'SOMETHING_NEW', 'never seen', 'invalid'],
  ] as const) {
    test(`trap 13: ${errorCode} (${message}) is ${kind}`, async () => {
      await rig.order('/sim/faults', { match: { path: DATA }, action: { kind: 'status', status, body: [{ errorCode, message }] } });
      const failure = await failureOf(upsert('evt_1', { Subject: 'x' }));
      assert.equal(failure.kind, kind);
      if (kind === 'rate_limited') assert.ok(failure.retryAt && failure.retryAt > new Date());
    });
  }

  for (const [errorCode, message, kind, cause] of [
    [
      'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
      'LogTask: execution of AfterInsert caused by: System.DmlException: Update failed. First exception on row 0 with id 001; ' +
        'first error: UNABLE_TO_LOCK_ROW, unable to obtain exclusive access to this record: []',
      'transient',
      'UNABLE_TO_LOCK_ROW',
    ],
    [
      'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
      'caused by: System.QueryException: QUERY_TIMEOUT, took too long',
      'transient',
      'QUERY_TIMEOUT',
    ],
    ['CANNOT_EXECUTE_FLOW_TRIGGER', 'This error occurred: STORAGE_LIMIT_EXCEEDED: storage limit', 'admin_action', 'STORAGE_LIMIT_EXCEEDED'],
    ['FIELD_CUSTOM_VALIDATION_EXCEPTION', 'first error: UNABLE_TO_LOCK_ROW, unable to obtain', 'transient', 'UNABLE_TO_LOCK_ROW'],
    ['APEX_ERROR', 'System.DmlException: first error: UNABLE_TO_LOCK_ROW', 'transient', 'UNABLE_TO_LOCK_ROW'],
    ['UNKNOWN_EXCEPTION', 'UNABLE_TO_LOCK_ROW deep inside', 'transient', 'UNABLE_TO_LOCK_ROW'],
    ['CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'System.LimitException: Apex CPU time limit exceeded', 'transient', 'System.LimitException'],
    ['CANNOT_EXECUTE_FLOW_TRIGGER', 'Apex CPU time limit exceeded', 'transient', 'System.LimitException'],
    [
      'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
      'caused by: System.LimitException: Too many SOQL queries: 101',
      'transient',
      'System.LimitException',
    ],
    [
      'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
      'caused by: REQUEST_LIMIT_EXCEEDED, ConcurrentPerOrg',
      'rate_limited',
      'REQUEST_LIMIT_EXCEEDED',
    ],
    [
      'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
      'caused by: System.NullPointerException',
      'permission',
      'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
    ],
    [
      'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
      'caused by: System.QueryException: Record Currently Unavailable: The record you are attempting to edit, or one of its related ' +
        'records, is currently being modified by another user. Please try again.',
      'transient',
      'UNABLE_TO_LOCK_ROW',
    ],
    [
      'CANNOT_EXECUTE_FLOW_TRIGGER',
      'We can\'t save this record because the "Task" process failed. Record Currently Unavailable',
      'transient',
      'UNABLE_TO_LOCK_ROW',
    ],
    [
      'CANNOT_EXECUTE_FLOW_TRIGGER',
      'The flow failed to update: unable to obtain exclusive access to this record or 1 records: 0015',
      'transient',
      'UNABLE_TO_LOCK_ROW',
    ],
    ['FLOW_EXCEPTION', 'This error occurred: UNABLE_TO_LOCK_ROW: unable to obtain', 'transient', 'UNABLE_TO_LOCK_ROW'],
    ['FLOW_ELEMENT_ERROR', 'unable to obtain exclusive access to\n this record', 'transient', 'UNABLE_TO_LOCK_ROW'],
    ['FLOW_EXCEPTION', 'The flow found no campaign', 'invalid', 'FLOW_EXCEPTION'],
    [
      'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      'Update failed: The record you are attempting to edit, or one of its related records, is currently being modified by another user.',
      'transient',
      'UNABLE_TO_LOCK_ROW',
    ],
    ['FIELD_CUSTOM_VALIDATION_EXCEPTION', 'unable to obtain exclusive access to this record', 'transient', 'UNABLE_TO_LOCK_ROW'],
    [
      'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      'Record Currently Unavailable: closed by finance',
      'invalid',
      'FIELD_CUSTOM_VALIDATION_EXCEPTION',
    ],
    [
      'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      'You need exclusive access to this record to log a call',
      'invalid',
      'FIELD_CUSTOM_VALIDATION_EXCEPTION',
    ],
    ['CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'first error: ENTITY_IS_DELETED', 'permission', 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY'],
  ] as const) {
    test(`trap 13: ${errorCode} (${message}) is ${kind}, like ${cause}`, async () => {
      await rig.order('/sim/faults', { match: { path: DATA }, action: { kind: 'status', status: 400, body: [{ errorCode, message }] } });
      const failure = await failureOf(upsert('evt_1', { Subject: 'x' }));
      assert.deepEqual([failure.kind, failure.vendorCode], [kind, cause]);
    });
  }

  test('trap 13: an expired password is told in words that help', async () => {
    const body = [{ errorCode: 'INVALID_OPERATION_WITH_EXPIRED_PASSWORD', message: 'you must call SetPassword' }];
    await rig.order('/sim/faults', { match: { path: DATA }, action: { kind: 'status', status: 403, body } });
    assert.match((await failureOf(client.readPerson(DANA))).message, /Sign in to Salesforce and set a new password/);
  });

  for (const status of [200, 302, 403, 404, 408])
    test(`trap 13: a page with status ${String(status)} and no code of Salesforce says nothing of the record: it passes`, async () => {
      await rig.order('/sim/faults', { match: { path: DATA }, action: { kind: 'status', status, body: '<html>Maintenance</html>' } });
      assert.equal((await failureOf(client.readPerson(DANA))).kind, 'transient');
    });

  test('trap 13: a page of a proxy instead of an answer is transient', async () => {
    await rig.order('/sim/faults', { match: { path: DATA }, action: { kind: 'status', status: 502, body: '<html>Bad gateway</html>' } });
    assert.equal((await failureOf(client.readPerson(DANA))).kind, 'transient');
  });
});

describe('trap 7: the token stays at the instance', () => {
  let stranger: Server;
  let asked: string[];
  let instance: Server;
  const urlOf = (server: Server) => `http://localhost:${String((server.address() as AddressInfo).port)}`;
  const listen = (server: Server) => new Promise<Server>((resolve) => server.listen(0, 'localhost', () => resolve(server)));

  before(async () => {
    asked = [];
    stranger = await listen(createServer((request, response) => (asked.push(request.url ?? ''), response.end('{}'))));
    instance = await listen(createServer((_request, response) => response.writeHead(302, { location: `${urlOf(stranger)}/stolen` }).end()));
  });
  after(() => {
    stranger.close();
    instance.close();
  });

  const clientOf = (instanceUrl: string) =>
    createSalesforceClient({
      instanceUrl,
      accessToken: 'secret',
      extraOrigins: [urlOf(instance)],
      clock: systemClock,
      onExpired: () => Promise.reject(new Error('unexpected')),
    });

  test('a redirect is not followed', async () => {
    await assert.rejects(clientOf(urlOf(instance)).readPerson(DANA));
    assert.deepEqual(asked, []);
  });

  test('an instance outside the list of hosts is refused before any request', () => {
    assert.throws(() => clientOf(urlOf(stranger)), { vendorCode: 'HOST_NOT_ALLOWED' });
    assert.deepEqual(asked, []);
  });
});
