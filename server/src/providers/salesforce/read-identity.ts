import { z } from 'zod';
import { ProviderError } from '../../platform/provider-error.ts';
import { callVendor, jsonOf } from '../http.ts';
import { allowedOrigin } from './hosts.ts';
import { toLongId } from './ids.ts';
import type { SalesforceSettings } from './settings.ts';

const IdentityAnswer = z.object({
  user_id: z.string(),
  organization_id: z.string(),
  email: z.string(),
  email_verified: z.boolean().optional(),
  username: z.string(),
  display_name: z.string(),
  active: z.boolean().optional(),
  timezone: z.string().nullish(),
  language: z.string().nullish(),
  locale: z.string().nullish(),
  urls: z.object({ custom_domain: z.string().nullish() }).nullish(),
});

/** Who gave a grant. `emailVerified` is false also where Salesforce does not say: never match this person with anything by address. */
export interface SalesforceIdentity {
  organizationId: string;
  userId: string;
  email: string;
  emailVerified: boolean;
  username: string;
  displayName: string;
  timeZone: string | null;
  language: string | null;
  locale: string | null;
  /** The org's My Domain; null where Salesforce does not name one. */
  myDomainUrl: string | null;
}

/** Reads the identity document with the token in the header, never in the address, and only from a host of Salesforce. */
export async function readIdentity(
  settings: SalesforceSettings,
  grant: { identityUrl: string; accessToken: string },
): Promise<SalesforceIdentity> {
  allowedOrigin(grant.identityUrl, settings.extraOrigins);
  const answer = await callVendor({
    method: 'GET',
    url: grant.identityUrl,
    timeoutMs: settings.timeoutMs,
    headers: { authorization: `Bearer ${grant.accessToken}`, accept: 'application/json' },
  }).catch((error: unknown) => {
    throw new ProviderError('transient', 'Salesforce did not say who connected.', { provider: 'salesforce', cause: error });
  });
  if (answer.status !== 200) throw identityError(answer.status);
  const identity = IdentityAnswer.safeParse(jsonOf(answer.body));
  if (!identity.success) throw new ProviderError('invalid', 'Salesforce answered without an identity.', { provider: 'salesforce' });
  return {
    organizationId: toLongId(identity.data.organization_id),
    userId: toLongId(identity.data.user_id),
    email: identity.data.email.toLowerCase(),
    emailVerified: identity.data.email_verified === true,
    username: identity.data.username,
    displayName: identity.data.display_name,
    timeZone: identity.data.timezone ?? null,
    language: identity.data.language ?? null,
    locale: identity.data.locale ?? null,
    myDomainUrl: ownDomain(identity.data.urls?.custom_domain, settings.extraOrigins),
  };
}

function ownDomain(address: string | null | undefined, extraOrigins: readonly string[] | undefined): string | null {
  try {
    return address ? allowedOrigin(address, extraOrigins) : null;
  } catch {
    return null;
  }
}

function identityError(status: number): ProviderError {
  const details = { provider: 'salesforce' as const, vendorCode: `HTTP_${status}` };
  if (status >= 500 || status === 429) return new ProviderError('transient', 'Salesforce could not say who connected.', details);
  if (status === 401) return new ProviderError('auth_expired', 'The access token is no longer valid.', details);
  return new ProviderError('permission', 'Salesforce did not allow us to read who connected.', details);
}
