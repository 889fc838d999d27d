import { AppError } from '../../platform/errors.ts';
import { isLightningAddress } from '../../providers/salesforce/index.ts';
import { changeTrust, type TrustChanger, type TrustTools } from './change-trust.ts';
import { setLightningOrigin, setRegistrationStep } from './repository.ts';

/**
 * The exact origin that browsers of an org call from. Only addresses of Lightning are taken, and for a local world those of
 * `extraOrigins` with their subdomains. Throws AppError 400 `not_a_lightning_address`.
 */
export function readLightningOrigin(typed: string, extraOrigins: readonly string[]): string {
  const text = typed.trim();
  const withScheme = text.includes('://') ? text : `https://${text}`;
  const url = URL.canParse(withScheme) ? new URL(withScheme) : null;
  if (url && isLightningAddress(url)) return url.origin;
  if (url && extraOrigins.some((extra) => url.origin === extra || isLocalSubdomain(url, new URL(extra)))) return url.origin;
  throw new AppError('not_a_lightning_address');
}

function isLocalSubdomain(url: URL, extra: URL): boolean {
  return (
    extra.hostname === 'localhost' &&
    url.protocol === extra.protocol &&
    url.port === extra.port &&
    /^[a-z0-9-]+\.localhost$/.test(url.hostname)
  );
}

export type ConfirmOrigin = (orgId: string, by: TrustChanger, typed: string) => Promise<void>;

/**
 * Ends the registration the first time; later it changes where the panel may be opened. Throws what `readLightningOrigin` and `changeTrust`
 * throw.
 */
export function createConfirmOrigin({ extraOrigins, ...tools }: TrustTools & { extraOrigins: readonly string[] }): ConfirmOrigin {
  return async function confirmOrigin(orgId, by, typed) {
    const origin = readLightningOrigin(typed, extraOrigins);
    await changeTrust(tools, orgId, by, { kind: 'lightning_origin_changed', about: origin }, async (tx, org, now) => {
      await setLightningOrigin(tx, orgId, origin);
      if (org.registrationStep === 'origin') await setRegistrationStep(tx, orgId, 'done', now);
      return org.lightningOrigin !== origin;
    });
  };
}
