import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ACME, JO_OPTED_OUT, NOOR, RAE, startSellingRig, type Rep } from '../../../test-support/selling-rig.ts';

/** One more than an email to many can have. */
const MANY = 201;

describe('the list views that people are chosen from', () => {
  let rig: Awaited<ReturnType<typeof startSellingRig>>;
  let rae: Rep;
  let noor: Rep;
  before(async () => {
    rig = await startSellingRig();
    [rae, noor] = [await rig.addRep(RAE), await rig.addRep(NOOR)];
  });
  after(() => rig.close());

  const ask = (rep: Rep, path: string) => rep.panel.request('GET', `/v1/list-views${path}`);
  const idOf = async (rep: Rep, object: string, label: string): Promise<string> => {
    const { body } = await ask(rep, `?object=${object}`);
    return (body.listViews as { id: string; label: string }[]).find((view) => view.label === label)?.id ?? '';
  };
  const namesIn = async (rep: Rep, object: string, label: string): Promise<string[]> => {
    const { body } = await ask(rep, `/${await idOf(rep, object, label)}/people?object=${object}`);
    return (body.people as { name: string }[]).map(({ name }) => name);
  };

  test('each rep sees in a list what Salesforce shows to that rep', async () => {
    const [mine, hers] = [await namesIn(rae, 'Lead', 'My Leads'), await namesIn(noor, 'Lead', 'My Leads')];
    assert.deepEqual([mine.includes('Dana Whitfield'), hers.includes('Dana Whitfield')], [true, false]);
    await rig.hide(RAE, { hiddenRecords: [JO_OPTED_OUT] });
    assert.equal((await namesIn(rae, 'Lead', 'All Open Leads')).includes('Jo Lindqvist'), false);
    assert.equal((await namesIn(noor, 'Lead', 'All Open Leads')).includes('Jo Lindqvist'), true);
    await rig.hide(RAE, { hiddenRecords: [] });
  });

  test('who cannot get an email is in the list with the reason', async () => {
    const { body } = await ask(rae, `/${await idOf(rae, 'Contact', 'All Contacts')}/people?object=Contact`);
    const gail = (body.people as { name: string; refusal: string | null }[]).find(({ name }) => name === 'Gail Weber');
    assert.deepEqual([gail?.refusal, body.hasMore], ['opted_out', false]);
  });

  test('of a list with more than 200 people the first 200 come, and it says that there are more', async () => {
    const leads = Array.from({ length: MANY }, (_, index) => ({ LastName: `Zz ${index}`, Company: 'Initech' }));
    await Promise.all(leads.map((lead) => rig.simulator('salesforce', 'POST', `/sim/orgs/${ACME}/records/Lead`, lead)));
    const { body } = await ask(rae, `/${await idOf(rae, 'Lead', 'All Open Leads')}/people?object=Lead`);
    assert.deepEqual([body.people.length, body.hasMore], [200, true]);
  });

  test('a list view that is not there, or of another object, is not found, and Salesforce’s trouble is told', async () => {
    const contacts = await idOf(rae, 'Contact', 'All Contacts');
    assert.equal((await ask(rae, `/${contacts}/people?object=Lead`)).body.code, 'not_found');
    assert.equal((await ask(rae, '/none/people?object=Lead')).status, 400);
    assert.equal((await ask(rae, '?object=Account')).status, 400);
    await rig.fault('salesforce', { match: { path: '.*/listviews' }, times: 1, action: { kind: 'status', status: 503 } });
    assert.equal((await ask(rae, '?object=Lead')).body.code, 'salesforce_unavailable');
  });
});
