import type { Clock } from '../../platform/clock.ts';

export interface SalesforceSettings {
  clientId: string;
  clientSecret: string;
  /** Where consent starts when an org names no host of its own. */
  loginUrl: string;
  /** Origins besides Salesforce's own that may be called; only for a local world. */
  extraOrigins?: readonly string[] | undefined;
  clock: Clock;
  /** For one call, total. */
  timeoutMs?: number | undefined;
}

/** What a consent at Salesforce gives. The key of the account is (organizationId, userId). */
export interface SalesforceGrant {
  /** 18 characters. */
  organizationId: string;
  /** 18 characters. */
  userId: string;
  identityUrl: string;
  instanceUrl: string;
  scopes: string[];
  accessToken: string;
  refreshToken: string;
}

export interface RefreshedSalesforceGrant {
  accessToken: string;
  /** Replaces the old one, which is dead from now on (refresh token rotation). */
  refreshToken: string;
  /** May differ from before: orgs move. */
  instanceUrl: string;
}

export const API_VERSION = '66.0';
export const SCOPES = 'api refresh_token openid';
