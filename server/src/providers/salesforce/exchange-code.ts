import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { ProviderError } from '../../platform/provider-error.ts';
import { callVendor, jsonOf } from '../http.ts';
import { allowedOrigin } from './hosts.ts';
import { toLongId } from './ids.ts';
import type { SalesforceGrant, SalesforceSettings } from './settings.ts';
import { strangerIn } from './strangers.ts';
import { tokenError } from './token-errors.ts';

export interface SalesforceCodeExchange {
  code: string;
  codeVerifier: string;
  redirectUri: string;
  /** The same as in the consent request. */
  loginUrl?: string | undefined;
}

const TokenAnswer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  signature: z.string(),
  scope: z.string().default(''),
  instance_url: z.string(),
  id: z.string(),
  issued_at: z.string(),
});

/**
 * Turns the code of a consent into a grant; works once per code. Refuses an answer without a refresh token, with a
 * signature that is not ours, or that points to a host outside Salesforce.
 */
export async function exchangeCode(settings: SalesforceSettings, exchange: SalesforceCodeExchange): Promise<SalesforceGrant> {
  const origin = allowedOrigin(exchange.loginUrl ?? settings.loginUrl, settings.extraOrigins);
  const answer = await callVendor({
    method: 'POST',
    url: `${origin}/services/oauth2/token`,
    timeoutMs: settings.timeoutMs,
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: exchange.code,
      client_id: settings.clientId,
      client_secret: settings.clientSecret,
      redirect_uri: exchange.redirectUri,
      code_verifier: exchange.codeVerifier,
    }),
  }).catch((error: unknown) => {
    throw new ProviderError('transient', 'Salesforce did not answer the consent.', { provider: 'salesforce', cause: error });
  });
  const stranger = strangerIn(answer);
  if (stranger) throw stranger;
  if (answer.status !== 200) throw tokenError(answer, settings.clock.now());

  const parsed = TokenAnswer.safeParse(jsonOf(answer.body));
  if (!parsed.success) throw refused('Salesforce answered the consent without a complete grant.', 'INCOMPLETE_GRANT');
  const grant = parsed.data;
  if (!isSigned(grant, settings.clientSecret)) throw refused('The answer of Salesforce is not signed with our secret.', 'BAD_SIGNATURE');

  const [organizationId = '', userId = ''] = new URL(grant.id, origin).pathname.split('/').slice(-2);
  allowedOrigin(grant.id, settings.extraOrigins);
  return {
    organizationId: toLongId(organizationId),
    userId: toLongId(userId),
    identityUrl: grant.id,
    instanceUrl: allowedOrigin(grant.instance_url, settings.extraOrigins),
    scopes: grant.scope.split(' ').filter(Boolean),
    accessToken: grant.access_token,
    refreshToken: grant.refresh_token,
  };
}

function isSigned(grant: { id: string; issued_at: string; signature: string }, clientSecret: string): boolean {
  const expected = createHmac('sha256', clientSecret)
    .update(grant.id + grant.issued_at)
    .digest();
  const given = Buffer.from(grant.signature, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function refused(message: string, vendorCode: string) {
  return new ProviderError('invalid', message, { provider: 'salesforce', vendorCode });
}
