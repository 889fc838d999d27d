import { sharedWorld } from './shared-world.ts';

/**
 * Who plays in this journey. Journeys that run together share one world, and each gets a copy of the org Acme with people and addresses of
 * its own; a journey that runs alone plays in Acme itself.
 */
const shared = sharedWorld();
const copy = shared ? await copyOfAcme(shared.urls.salesforce) : { number: 0, orgId: '00D000000000001EAA' };

async function copyOfAcme(salesforceUrl: string): Promise<{ number: number; orgId: string }> {
  const answer = await fetch(`${salesforceUrl}/sim/orgs/copies`, { method: 'POST' });
  return (await answer.json()) as { number: number; orgId: string };
}

/** An address of the seed as it is in this journey's org. */
export function at(address: string): string {
  return copy.number === 0 ? address : address.replace('.example', `-${copy.number}.example`);
}

function userId(number: number): string {
  return `005${String(copy.number * 50 + number).padStart(12, '0')}AAA`;
}

export const ORG_ID = copy.orgId;
export const AVERY = { id: userId(1), email: at('avery@acme.example'), name: 'Avery Stone' };
export const RAE = { id: userId(2), email: at('rae@acme.example'), name: 'Rae Ortiz' };
export const NOOR = { id: userId(3), email: at('noor@acme.example'), name: 'Noor Haddad' };
export const SAM = { id: userId(4), email: at('sam@acme.example'), name: 'Sam Blake' };
export const KIM = { id: userId(5), email: at('kim.larsen@acme.example'), name: 'Kim Larsen' };
export const DANA = {
  id: '00Q000000000001EAA',
  page: '/lightning/r/Lead/00Q000000000001EAA/view',
  email: at('dana@globex.example'),
  name: 'Dana Whitfield',
};
