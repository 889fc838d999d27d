import { lightningOriginOf } from '../../providers/salesforce/index.ts';

/** Where an org's Lightning pages are: as its admin confirmed it, else as it follows from the My Domain. */
export function lightningOf({ lightningOrigin, myDomainUrl }: { lightningOrigin: string | null; myDomainUrl: string }): string {
  return lightningOrigin ?? lightningOriginOf(myDomainUrl);
}
