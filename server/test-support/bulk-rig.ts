import assert from 'node:assert/strict';
import { ACME, type Answered, type Rep, type SellingRig } from './selling-rig.ts';
import type { TestAnswer } from './app.ts';

/** The doors of one rep to emails to many people, and leads to write to. */
export function createBulkRig(rig: SellingRig, rep: () => Rep) {
  const ask = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object, by = rep()): Promise<TestAnswer> =>
    by.panel.request(method, `/v1/bulk-emails${path}`, body);
  const addLead = async (number: number, change: object = {}): Promise<string> => {
    const lead = {
      FirstName: `First${String(number)}`,
      LastName: `Last${String(number)}`,
      Company: 'Globex',
      Title: 'Buyer',
      Email: `lead${String(number)}@globex.example`,
      ...change,
    };
    return (await rig.simulator('salesforce', 'POST', `/sim/orgs/${ACME}/records/Lead`, lead)).Id;
  };
  const begin = async (personIds: string[], change: object = {}): Promise<Answered> => {
    const { status, body } = await ask('POST', '', { personIds, ...change });
    assert.equal(status, 201, JSON.stringify(body));
    return body;
  };
  const write = async (id: string, words: object = {}): Promise<number> => {
    const { status, body } = await ask('PUT', `/${id}/words`, { subject: 'Hi {{first_name}}', bodyHtml: '<p>{{company}}</p>', ...words });
    assert.equal(status, 200, JSON.stringify(body));
    return body.version;
  };
  return {
    ask,
    addLead,
    addLeads: (count: number, from = 1): Promise<string[]> => Promise.all(Array.from({ length: count }, (_, i) => addLead(from + i))),
    begin,
    write,
    /** Written, and ready to be sent. */
    async ready(personIds: string[], words: object = {}, change: object = {}): Promise<{ id: string; version: number }> {
      const { id } = await begin(personIds, change);
      return { id, version: await write(id, words) };
    },
    send: ({ id, version }: { id: string; version: number }) => ask('POST', `/${id}/send`, { version }),
    check: async (id: string): Promise<Answered> => (await ask('GET', `/${id}/check`)).body,
    progress: async (id: string): Promise<Answered> => (await ask('GET', `/${id}/progress`)).body,
    ownWords: (id: string, personId: string, words: object) => ask('PUT', `/${id}/people/${personId}/words`, words),
    /** How many emails that are no drafts the service has. */
    kept: async (): Promise<number> => (await rig.database.ownerPool.query(`select from sales_emails where state <> 'draft'`)).rows.length,
  };
}
