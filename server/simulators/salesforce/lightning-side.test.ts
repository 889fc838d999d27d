import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { importX509, jwtVerify, type JWTPayload } from 'jose';
import { DANA, OMAR, RAE, SAM, startRig, type Rig } from './test-rig.ts';

const ORG = '00D000000000001EAA';

describe('what a Lightning page reaches', () => {
  let rig: Rig;
  before(async () => {
    rig = await startRig();
  });
  after(() => rig.simulator.close());

  const cookieOf = async (userId: string) => {
    const login = await fetch(`${rig.simulator.url}/sim/login?as=${userId}`, { redirect: 'manual' });
    return login.headers.get('set-cookie')?.split(';')[0] ?? '';
  };
  const get = async (path: string, cookie: string) => {
    const response = await fetch(rig.simulator.url + path, { headers: { cookie } });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const issue = async (cookie: string) => {
    const response = await fetch(`${rig.simulator.url}/sim/apex/PanelToken/issue`, { method: 'POST', headers: { cookie } });
    return {
      status: response.status,
      body: (await response.json()) as {
        token: string;
        serverUrl: string;
        userGuideUrl: string | null;
        exceptionType: string;
      },
    };
  };
  const certificate = async () => (await fetch(`${rig.simulator.url}/sim/orgs/${ORG}/certificate.pem`)).text();
  const verify = async (token: string, pem: string): Promise<JWTPayload> => {
    const options = { issuer: ORG, audience: 'http://localhost:3000', currentDate: rig.simulator.store.now() };
    return (await jwtVerify(token, await importX509(pem, 'RS256'), options)).payload;
  };

  test('a page without a session acts for the rep and gets a session', async () => {
    const response = await fetch(`${rig.simulator.url}/sim/context`);
    const { user } = (await response.json()) as { user: { id: string } };
    assert.equal(user.id, RAE);
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
    assert.match(cookie, /^sid_sim=/);
    const noor = (await get('/sim/context', await cookieOf('005000000000003AAA'))).body['user'] as { name: string };
    assert.equal(noor.name, 'Noor Haddad');
  });

  test('the panel token verifies with the org certificate and lives for 120 seconds', async () => {
    const { body } = await issue(await cookieOf(RAE));
    const claims = await verify(body.token, await certificate());
    assert.deepEqual([claims.sub, claims['email'], claims['name'], claims['scope']], [RAE, 'rae@acme.example', 'Rae Ortiz', 'panel']);
    assert.equal((claims.exp ?? 0) - (claims.iat ?? 0), 120);
    const admin = await verify((await issue(await cookieOf('005000000000001AAA'))).body.token, await certificate());
    assert.deepEqual([claims['admin'], admin['admin']], [false, true]);
    const other = await verify((await issue(await cookieOf(RAE))).body.token, await certificate());
    assert.notEqual(other.jti, claims.jti);
  });

  test('after rotation the new certificate signs and the old one verifies no more', async () => {
    const old = await certificate();
    assert.equal((await rig.post(`/sim/orgs/${ORG}/certificates`)).status, 201);
    const { body } = await issue(await cookieOf(RAE));
    await assert.rejects(verify(body.token, old), /signature/);
    await verify(body.token, await certificate());
    const { certificates } = (await get(`/sim/orgs/${ORG}/certificates`, '')).body as { certificates: object[] };
    assert.equal(certificates.length, 2);
    assert.equal('privateKeyPem' in (certificates[0] ?? {}), false);
  });

  test('a wrong clock and a wrong audience can be ordered', async () => {
    await rig.post(`/sim/orgs/${ORG}/settings`, { tokenIatOffsetSeconds: -600 });
    await assert.rejects(verify((await issue(await cookieOf(RAE))).body.token, await certificate()), /exp/);
    await rig.post(`/sim/orgs/${ORG}/settings`, { tokenIatOffsetSeconds: 0, tokenAudience: 'https://other.example' });
    await assert.rejects(verify((await issue(await cookieOf(RAE))).body.token, await certificate()), /aud/);
    await rig.post(`/sim/orgs/${ORG}/settings`, { tokenAudience: null });
  });

  test('Apex gives the address of the user guide that the setting of the org names, and null without one', async () => {
    const guide = async () => (await issue(await cookieOf(RAE))).body.userGuideUrl;
    assert.equal(await guide(), null);
    await rig.post(`/sim/orgs/${ORG}/settings`, { userGuideUrl: 'https://guide.example/reps' });
    assert.equal(await guide(), 'https://guide.example/reps');
    await rig.post(`/sim/orgs/${ORG}/settings`, { userGuideUrl: 'http://guide.example/reps' });
    assert.equal(await guide(), null);
    await rig.post(`/sim/orgs/${ORG}/settings`, { userGuideUrl: null });
  });

  test('without the permission Apex refuses in the shape that components expect', async () => {
    await rig.post(`/sim/users/${RAE}`, { customPermissions: [] });
    const { status, body } = await issue(await cookieOf(RAE));
    assert.deepEqual([status, body.exceptionType], [500, 'System.AuraHandledException']);
    await rig.post(`/sim/users/${RAE}`, { customPermissions: ['Use_Sales_Actions'] });
  });

  test('the UI API answers to the session, even for a user without API Enabled', async () => {
    const { status, body } = await get(
      `/services/data/v66.0/ui-api/records/${OMAR}?fields=Contact.Email,Contact.Account.Name&optionalFields=Contact.Nonsense__c`,
      await cookieOf(SAM),
    );
    assert.equal(status, 200);
    const fields = body['fields'] as Record<string, { value: unknown; displayValue: string | null }>;
    assert.deepEqual(fields['Email'], { displayValue: null, value: 'omar@globex.example' });
    assert.equal(fields['Account']?.displayValue, 'Globex');
    assert.equal((fields['Account']?.value as { fields: { Name: { value: string } } }).fields.Name.value, 'Globex');
    assert.equal('Nonsense__c' in fields, false);
    const wrong = await get(`/services/data/v66.0/ui-api/records/${OMAR}?fields=Contact.Nonsense__c`, await cookieOf(SAM));
    assert.equal(wrong.status, 400);
    assert.equal((await get(`/services/data/v66.0/ui-api/records/${OMAR}?fields=Contact.Email`, '')).status, 401);
    assert.equal((await get(`/services/data/v66.0/sobjects/Contact/${OMAR}`, await cookieOf(RAE))).status, 401);
  });

  test('the UI API leaves out what field-level security hides from the user', async () => {
    await rig.post(`/sim/users/${RAE}`, { hiddenFields: ['Contact.HasOptedOutOfEmail'] });
    const url = `/services/data/v66.0/ui-api/records/${OMAR}`;
    const optional = await get(`${url}?optionalFields=Contact.Email,Contact.HasOptedOutOfEmail`, await cookieOf(RAE));
    assert.deepEqual(Object.keys(optional.body['fields'] as object), ['Email']);
    assert.equal((await get(`${url}?fields=Contact.HasOptedOutOfEmail`, await cookieOf(RAE))).status, 400);
    assert.equal((await get(`${url}?fields=Contact.HasOptedOutOfEmail`, await cookieOf(SAM))).status, 200);
    await rig.post(`/sim/users/${RAE}`, { hiddenFields: [] });
  });

  test('a task logged by the API shows in the timeline of its record', async () => {
    const salesforce = await rig.connect();
    await salesforce.sobject('Task').create({
      Subject: 'Email: Hello',
      Status: 'Completed',
      WhoId: DANA,
      TaskSubtype: 'Email',
      MSI_External_Id__c: 'evt_t1',
      MSE_Email_Status__c: 'sent',
    });
    const { activities } = (await get(`/sim/timeline/${DANA}`, await cookieOf(RAE))).body as { activities: Record<string, unknown>[] };
    const [item] = activities;
    assert.equal(activities.length, 1);
    assert.deepEqual(
      [item?.['subject'], item?.['subtype'], item?.['isClosed'], item?.['externalId']],
      ['Email: Hello', 'Email', true, 'evt_t1'],
    );
    assert.deepEqual(item?.['who'], { id: DANA, name: 'Dana Whitfield', objectApiName: 'Lead' });
    assert.deepEqual(item?.['fields'], [{ label: 'Marketo Sales Email Status', value: 'sent' }]);
  });

  test('control orders that make no sense are refused with the reason', async () => {
    const answer = await rig.post(`/sim/users/${RAE}`, { apiEnabled: 'no', colour: 'red' });
    assert.equal(answer.status, 400);
    assert.match(((await answer.json()) as { message: string }).message, /apiEnabled[\s\S]*colour|colour[\s\S]*apiEnabled/);
    assert.equal((await rig.post('/sim/users/005000000000999AAA', {})).status, 404);
  });
});
