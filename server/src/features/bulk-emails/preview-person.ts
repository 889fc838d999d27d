import { inOrg, type Pool } from '../../platform/postgres.ts';
import { toLongId } from '../../providers/salesforce/index.ts';
import type { FillFields } from '../dynamic-fields/index.ts';
import { previewFor, type PreviewLinks } from '../sales-emails/index.ts';
import type { DraftPreview } from '../sales-emails/schemas.ts';
import { noWords } from './change-bulk-email.ts';
import { findWordsOfPerson } from './repository.ts';

interface Dependencies {
  pool: Pool;
  fillFields: FillFields;
  previewLinks: PreviewLinks;
}

/**
 * DF-7: a draft as it would leave for one of its people. AppError 404 `not_found` for any but an own draft, and for somebody else than its
 * people; 409 `bulk_email_accepted`; 413 `text_too_large`. Else what `salesforceProblem` makes of a failure.
 */
export type PreviewPerson = (orgId: string, userId: string, id: string, personId: string) => Promise<DraftPreview>;

export function createPreviewPerson({ pool, fillFields, previewLinks }: Dependencies): PreviewPerson {
  return async function previewPerson(orgId, userId, id, personId) {
    const wanted = toLongId(personId);
    const words = await inOrg(pool, orgId, async (tx) => {
      const found = await findWordsOfPerson(tx, orgId, userId, id, wanted);
      if (!found) throw await noWords(tx, orgId, userId, id);
      return found;
    });
    return previewFor({ fillFields, previewLinks }, { orgId, userId, salesEmailId: id, personId: wanted }, words);
  };
}
