import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import type { Tx } from '../../platform/postgres.ts';
import { isLightningAddress } from '../../providers/salesforce/index.ts';
import { findOrg, setLightningOrigin, setRegistrationStep } from './repository.ts';

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
  throw new AppError(
    400,
    'not_a_lightning_address',
    'This is not an address of Lightning. Copy it from the address bar of a Salesforce record; it has .lightning. in its name.',
  );
}

const isLocalSubdomain = (url: URL, extra: URL): boolean =>
  extra.hostname === 'localhost' &&
  url.protocol === extra.protocol &&
  url.port === extra.port &&
  /^[a-z0-9-]+\.localhost$/.test(url.hostname);

/** Ends the registration the first time; later it changes where the panel may be opened. */
export const createConfirmOrigin =
  ({ clock, extraOrigins }: { clock: Clock; extraOrigins: readonly string[] }) =>
  async (tx: Tx, orgId: string, typed: string): Promise<void> => {
    await setLightningOrigin(tx, orgId, readLightningOrigin(typed, extraOrigins));
    const org = await findOrg(tx, orgId);
    if (org?.registrationStep === 'origin') await setRegistrationStep(tx, orgId, 'done', clock.now());
  };
