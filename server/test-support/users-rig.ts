import { startSalesforce } from '../simulators/salesforce/index.ts';
import { createTestApp } from './app.ts';

export const AVERY = { salesforceUserId: '005000000000001AAA', email: 'avery@acme.example', name: 'Avery Stone' };

/** The service beside a simulated Salesforce with one org, for what its admin does with users. */
export async function startUsersRig() {
  const salesforce = await startSalesforce();
  const service = await createTestApp({ urls: { salesforce: salesforce.url } });
  const acme = await service.addOrg({ orgId: '00D000000000001EAA' });
  const sql = async (text: string, values: unknown[] = []) => (await service.database.ownerPool.query(text, values)).rows;
  return {
    salesforce,
    service,
    acme,
    sql,
    /** Avery is the admin, and there is nobody else. */
    async reset() {
      service.clock.set(new Date());
      await sql('delete from users; delete from letters; delete from letter_slots; update orgs set users_checked_at = null');
      await service.database.jobsPool.query('delete from graphile_worker._private_jobs');
      const avery = await acme.addUser({ ...AVERY, role: 'admin' });
      return { avery, admin: await service.openPanel(acme, AVERY) };
    },
    /** Changes a user of Salesforce itself. */
    changeInSalesforce: (salesforceUserId: string, change: object): Promise<Response> =>
      fetch(`${salesforce.url}/sim/users/${salesforceUserId}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(change),
      }),
    async close() {
      await service.close();
      await salesforce.close();
    },
  };
}
export type UsersRig = Awaited<ReturnType<typeof startUsersRig>>;
