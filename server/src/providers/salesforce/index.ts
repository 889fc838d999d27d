import { createSalesforceClient, type SalesforceClient } from './client.ts';
import type { ClientOptions } from './connection.ts';
import { consentUrl, type SalesforceConsentRequest } from './consent-url.ts';
import { exchangeCode, type SalesforceCodeExchange } from './exchange-code.ts';
import { allowedOrigin, readOrgAddress } from './hosts.ts';
import { readIdentity, type SalesforceIdentity } from './read-identity.ts';
import { refresh } from './refresh.ts';
import { revoke } from './revoke.ts';
import type { RefreshedSalesforceGrant, SalesforceGrant, SalesforceSettings } from './settings.ts';

export { API_CODES, API_DISABLED_CODES, APEX_LIMIT_CODE } from './api-errors.ts';
export { createSalesforceClient, type SalesforceClient } from './client.ts';
export type { SalesforceConsentRequest } from './consent-url.ts';
export type { FieldDescription } from './describe-object.ts';
export type { FieldRow } from './read-fields.ts';
export type { TaskDescription } from './describe-task.ts';
export type { SalesforceCodeExchange } from './exchange-code.ts';
export { classicOriginsOf, lightningOfVisualforce, lightningOriginOf, readOrgAddress, type ClassicOrigins } from './hosts.ts';
export { objectOf, toLongId, type RecordObjectName } from './ids.ts';
export type { SalesforcePerson } from './people.ts';
export type { SalesforceListView } from './read-list-views.ts';
export type { SalesforceIdentity } from './read-identity.ts';
export type { SalesforceUser } from './read-users.ts';
export type { Session } from './transport.ts';
export type { RecordName } from './read-record-name.ts';
export type { RefreshedSalesforceGrant, SalesforceGrant, SalesforceSettings } from './settings.ts';
export { containing, quoted, quotedId } from './soql.ts';
export { INACTIVE_USER } from './token-errors.ts';
export { MOST_RECORDS_PER_CALL, type RecordFields, type WrittenRecord } from './write-records.ts';

/** Salesforce as one app registration sees it: everything that needs the client id and secret, or the list of hosts. */
export interface Salesforce {
  consentUrl(request: SalesforceConsentRequest): string;
  exchangeCode(exchange: SalesforceCodeExchange): Promise<SalesforceGrant>;
  readIdentity(grant: { identityUrl: string; accessToken: string }): Promise<SalesforceIdentity>;
  refresh(grant: { refreshToken: string; instanceUrl: string }): Promise<RefreshedSalesforceGrant>;
  revoke(grant: { refreshToken: string; instanceUrl: string }): Promise<void>;
  client(options: Pick<ClientOptions, 'instanceUrl' | 'accessToken' | 'onExpired' | 'watch'>): SalesforceClient;
  /** Where people of an org sign in, by any address of it, or by a login host; throws ProviderError `invalid` for any other address. */
  signInOrigin(copied: string): string;
}

export function createSalesforce(settings: SalesforceSettings): Salesforce {
  return {
    consentUrl: (request) => consentUrl(settings, request),
    exchangeCode: (exchange) => exchangeCode(settings, exchange),
    readIdentity: (grant) => readIdentity(settings, grant),
    refresh: (grant) => refresh(settings, grant),
    revoke: (grant) => revoke(settings, grant),
    client: (options) =>
      createSalesforceClient({ ...options, clock: settings.clock, extraOrigins: settings.extraOrigins, timeoutMs: settings.timeoutMs }),
    signInOrigin: (copied) => allowedOrigin(readOrgAddress(copied)?.myDomain ?? copied.trim(), settings.extraOrigins),
  };
}
