import { AppError } from '../../platform/errors.ts';
import { lightningOriginOf, readOrgAddress } from '../../providers/salesforce/index.ts';
import { changeTrust, type TrustChanger, type TrustTools } from './change-trust.ts';
import { sentence } from './error-words/index.ts';
import { isLocal } from './local-origins.ts';
import { setLightningOrigin, setRegistrationStep } from './repository.ts';

/**
 * The exact origin that browsers of an org call from, by any address of the org that people copy. For a local world those of
 * `extraOrigins` with their subdomains are taken as well. Throws AppError 400 `not_a_lightning_address`.
 */
export function readLightningOrigin(copied: string, extraOrigins: readonly string[]): string {
  const address = readOrgAddress(copied);
  if (address) return address.lightning;
  const url = URL.canParse(copied.trim()) ? new URL(copied.trim()) : null;
  if (url && isLocal(url, extraOrigins)) return url.origin;
  throw new AppError('not_a_lightning_address');
}

/** `isMeant`: the person has been told that the address belongs to another org. */
export type ConfirmOrigin = (orgId: string, by: TrustChanger, typed: { address: string; isMeant: boolean }) => Promise<void>;

/**
 * Ends the registration the first time; later it changes where the panel may be opened. Throws what `readLightningOrigin` and `changeTrust`
 * throw, and AppError 400 `lightning_address_of_another_org` for an address that does not go with the My Domain that Salesforce has named.
 */
export function createConfirmOrigin({ extraOrigins, ...tools }: TrustTools & { extraOrigins: readonly string[] }): ConfirmOrigin {
  return async function confirmOrigin(orgId, by, typed) {
    const origin = readLightningOrigin(typed.address, extraOrigins);
    await changeTrust(tools, orgId, by, { kind: 'lightning_origin_changed', about: origin }, async (tx, org, now) => {
      const own = lightningOriginOf(org.myDomainUrl);
      if (origin !== own && !typed.isMeant && !isLocal(new URL(origin), extraOrigins)) throw ofAnotherOrg(origin, org.name, own);
      await setLightningOrigin(tx, orgId, origin);
      if (org.registrationStep === 'origin') await setRegistrationStep(tx, orgId, 'done', now);
      return org.lightningOrigin !== origin;
    });
  };
}

function ofAnotherOrg(origin: string, orgName: string, own: string) {
  return new AppError('lightning_address_of_another_org', {
    title: sentence('originOfAnotherOrg', { origin, org: orgName, own }),
  });
}
