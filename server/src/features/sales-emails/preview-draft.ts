import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { cleanBody } from '../../platform/rich-text/clean-body.ts';
import { plainText } from '../../platform/rich-text/plain-text.ts';
import { toLongId } from '../../providers/salesforce/index.ts';
import type { FilledText, FillFields, Filled } from '../dynamic-fields/index.ts';
import { personNotVisible } from '../people/index.ts';
import { renderHtml } from '../send-engine/index.ts';
import { sentence } from './error-words/index.ts';
import type { PreviewGrant, PreviewLinks } from './preview-links.ts';
import { findDraftToPreview, type WordsToPreview } from './repository.ts';
import type { DraftPreview } from './schemas.ts';

/** `personId` null: the person in To. */
export type PreviewDraft = (orgId: string, userId: string, id: string, personId: string | null) => Promise<DraftPreview>;

interface Dependencies {
  pool: Pool;
  fillFields: FillFields;
  previewLinks: PreviewLinks;
}

/**
 * DF-7: an own draft as it would leave for one person. AppError 404 `not_found` for a draft that is not the rep's, and for a person whom
 * Salesforce does not show; 413 `text_too_large`. Else it throws what `salesforceProblem` makes of a failure.
 */
export function createPreviewDraft({ pool, fillFields, previewLinks }: Dependencies): PreviewDraft {
  return async function previewDraft(orgId, userId, id, personId) {
    const draft = await inOrg(pool, orgId, (tx) => findDraftToPreview(tx, orgId, userId, id));
    if (!draft) throw new AppError('not_found', { title: sentence('draftUnknown') });
    const wanted = toLongId(personId ?? draft.personId);
    return previewFor({ fillFields, previewLinks }, { orgId, userId, salesEmailId: id, personId: wanted }, draft);
  };
}

/** The same for words that are found already. */
export async function previewFor(
  { fillFields, previewLinks }: Pick<Dependencies, 'fillFields' | 'previewLinks'>,
  grant: PreviewGrant & { personId: string },
  draft: WordsToPreview,
): Promise<DraftPreview> {
  const { prompts, person } = await fillFor(fillFields, grant.orgId, grant.userId, draft, grant.personId);
  return {
    personId: person.personId,
    personName: person.personName,
    unresolved: person.unresolved,
    blank: person.blank,
    prompts,
    subject: person.subject,
    previewUrl: previewLinks.linkTo(grant),
    text: plainText(htmlFor(draft, person)),
  };
}

/** The words of a draft for one person, with what is to be said of them. */
export async function fillFor(
  fillFields: FillFields,
  orgId: string,
  userId: string,
  { recordId, identityId, subject, bodyHtml }: WordsToPreview,
  personId: string,
): Promise<Pick<Filled, 'prompts'> & { person: FilledText }> {
  const text = { recordId, personIds: [personId], identityId, subject, bodyHtml: cleanBody(bodyHtml) };
  const { people, prompts } = await fillFields(orgId, userId, text);
  const [person] = people;
  if (!person) throw personNotVisible();
  return { person, prompts };
}

/** The HTML as it would leave, by the way that every email takes. */
export function htmlFor({ font }: Pick<WordsToPreview, 'font'>, { bodyHtml }: Pick<FilledText, 'bodyHtml'>): string {
  return renderHtml({ bodyHtml, bodyIsClean: true, font });
}
