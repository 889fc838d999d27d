import type { SalesforceClient } from '../../providers/salesforce/index.ts';
import { salesforceProblem, type LookUpPeople, type OpenSalesforce } from '../people/index.ts';
import type { ListedPeople, ListViews as ListViewsAnswer } from './schemas.ts';

interface Dependencies {
  openSalesforce: OpenSalesforce;
  lookUpPeople: LookUpPeople;
}

type PersonObjectName = 'Lead' | 'Contact';

/** List views as Salesforce shows them to the rep. Both throw what `salesforceProblem` makes of a failure. */
export interface ListViews {
  list(orgId: string, userId: string, objectName: PersonObjectName): Promise<ListViewsAnswer>;
  /** The people that a list view begins with. Who is not to be read any more is left out. */
  people(orgId: string, userId: string, objectName: PersonObjectName, listViewId: string): Promise<ListedPeople>;
}

/** As many as an email to many can have. */
const MOST_PEOPLE = 200;

export function createListViews({ openSalesforce, lookUpPeople }: Dependencies): ListViews {
  async function read<T>(orgId: string, userId: string, verb: (salesforce: SalesforceClient) => Promise<T>): Promise<T> {
    try {
      return await verb(await openSalesforce(orgId, userId));
    } catch (error) {
      throw salesforceProblem(error);
    }
  }
  return {
    list: async (orgId, userId, objectName) => ({
      listViews: await read(orgId, userId, (salesforce) => salesforce.readListViews(objectName)),
    }),
    async people(orgId, userId, objectName, listViewId) {
      const ids = await read(orgId, userId, (salesforce) => salesforce.readListedIds(objectName, listViewId, MOST_PEOPLE + 1));
      if (ids.length === 0) return { people: [], hasMore: false };
      const people = await lookUpPeople(orgId, userId, ids.slice(0, MOST_PEOPLE));
      return { people, hasMore: ids.length > MOST_PEOPLE };
    },
  };
}
