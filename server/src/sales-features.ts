import type { FastifyInstance } from 'fastify';
import type { Connections } from './connections.ts';
import { createActionCatalogue, createShowPanel, panelRoutes } from './features/panel/index.ts';
import { createLookUpPerson, createOpenRecord, createPeopleOfRecord, createSearchPeople, peopleRoutes } from './features/people/index.ts';
import {
  createCancelSalesEmail,
  createDecideUncertainEmail,
  createDrafts,
  createListSalesEmails,
  createRetrySalesEmail,
  createSendSalesEmail,
  createShowSalesEmail,
  salesEmailRoutes,
  sendSalesEmailAction,
} from './features/sales-emails/index.ts';
import type { Clock } from './platform/clock.ts';
import type { Pool } from './platform/postgres.ts';

interface Dependencies {
  pool: Pool;
  clock: Clock;
  connections: Connections;
}

/** What a rep does on a record: the panel, its people and its sales emails. Every sales action of the menu is registered here. */
export async function registerSalesFeatures(app: FastifyInstance, { pool, clock, connections }: Dependencies): Promise<void> {
  const base = { pool, clock };
  const openSalesforce = connections.salesforceConnections.open;
  const openRecord = createOpenRecord({ ...base, openSalesforce });
  const peopleOfRecord = createPeopleOfRecord({ ...base, openRecord });
  const lookUpPerson = createLookUpPerson({ ...base, openSalesforce });
  const catalogue = createActionCatalogue();
  catalogue.registerSalesAction(sendSalesEmailAction);

  await app.register(peopleRoutes, { searchPeople: createSearchPeople({ ...base, openSalesforce, peopleOfRecord }) });
  await app.register(panelRoutes, {
    showPanel: createShowPanel({ ...base, openRecord, catalogue, findEmailConnection: connections.emailConnections.findEmailConnection }),
  });
  await app.register(salesEmailRoutes, {
    drafts: createDrafts(base),
    sendSalesEmail: createSendSalesEmail({ ...base, lookUpPerson }),
    listSalesEmails: createListSalesEmails({ ...base, peopleOfRecord }),
    showSalesEmail: createShowSalesEmail(base),
    retrySalesEmail: createRetrySalesEmail({ ...base, lookUpPerson }),
    cancelSalesEmail: createCancelSalesEmail(base),
    decideUncertainEmail: createDecideUncertainEmail(base),
  });
}
