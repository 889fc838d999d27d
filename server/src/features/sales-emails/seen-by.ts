import { canonicalAddress } from '../../platform/canonical-address.ts';
import type { ColleaguesSee } from '../email-visibility/index.ts';
import type { Response } from '../responses/schemas.ts';
import type { SalesEmail, SalesEmailRow } from './schemas.ts';

/** What decides how much of an email somebody sees. */
export interface EmailInSight {
  /** Who sent it. */
  userId: string;
  /** What the org lets colleagues see. */
  colleaguesSee: ColleaguesSee;
}

/**
 * How much of an email a rep sees: all of one's own, of a colleague's what the org's admin has chosen. It is the same for admins. Whether
 * the rep may see its record is asked beside.
 */
export function sightOf({ userId, colleaguesSee }: EmailInSight, viewerId: string): ColleaguesSee {
  return userId === viewerId ? 'everything' : colleaguesSee;
}

/** A row of the list as `sight` lets it be seen. Who the email went to beyond the person of the panel is left out with the words. */
export function rowInSight(row: SalesEmailRow, sight: ColleaguesSee): SalesEmailRow {
  if (sight === 'everything') return row;
  return {
    ...row,
    personId: row.copiedTo ? null : row.personId,
    personName: row.copiedTo ? null : row.personName,
    responses: row.responses && { ...row.responses, repliedBy: null, outOfOfficeUntil: null },
    // The Task holds the words; Salesforce says who may read it there
    salesforce: null,
  };
}

/** An opened email as `sight` lets it be seen. */
export function detailInSight(email: SalesEmail, sight: ColleaguesSee): SalesEmail {
  if (sight === 'everything') return email;
  return {
    ...email,
    ...rowInSight(email, sight),
    isLimited: true,
    // In whose panel it was opened is not known here
    personId: null,
    personName: null,
    fromAddress: null,
    to: null,
    cc: [],
    bcc: [],
    html: null,
    previewUrl: null,
    messageUrl: null,
    attachments: [],
    content: [],
    responseList: [],
    unloggedWrites: [],
  };
}

/** What came back without what would tell colleagues of blind copies. */
export function withoutBlindCopies(responses: Response[], bcc: readonly string[]): Response[] {
  const blind = new Set(bcc.map(canonicalAddress));
  const isBlind = (address: string | null): boolean => address !== null && blind.has(canonicalAddress(address));
  return responses.filter(({ fromAddress, bouncedAddress }) => !isBlind(fromAddress) && !isBlind(bouncedAddress));
}
