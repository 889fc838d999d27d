import { ProviderError } from '../../platform/provider-error.ts';
import type { SalesforceClient } from '../../providers/salesforce/index.ts';

type Probe = (client: SalesforceClient) => Promise<boolean>;

/**
 * Consent succeeds without "API Enabled"; only a call shows that it is missing. Makes one: what it finds is kept with the connection,
 * and the pages, the panel and the Users page go by that. A Salesforce that does not answer now changes nothing.
 */
export async function probeApiAccess(
  { withSalesforce }: { withSalesforce: (orgId: string, userId: string, work: Probe, purpose: string) => Promise<unknown> },
  orgId: string,
  userId: string,
): Promise<void> {
  try {
    await withSalesforce(orgId, userId, (client) => client.probeApiEnabled(), 'look whether the API is enabled');
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
  }
}
