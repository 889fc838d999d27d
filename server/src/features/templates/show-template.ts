import type { Tx } from '../../platform/postgres.ts';
import { templateGone } from './gone.ts';
import type { Person } from './person.ts';
import { findTemplate, holdTemplate, type HeldTemplate, type StoredRow, type StoredTemplate } from './repository.ts';
import { AppError } from '../../platform/errors.ts';
import type { Template, TemplateRow } from './schemas.ts';

/** A row as `by` may know it. `seenAs` is whose list it is in. */
export function toRow(stored: StoredRow, by: Person, seenAs: Person = by): TemplateRow {
  const { id, name, subject, categoryId, categoryName, ownerId, ownerName, isForEveryone, teams, lastUsedAt, updatedAt } = stored;
  const { isFavourite, isArchived, isNonCommercial, sent, replied } = stored;
  return {
    id,
    name,
    subject,
    categoryId,
    categoryName,
    owner: { id: ownerId, name: ownerName },
    isMine: ownerId === seenAs.userId,
    canEdit: mayEdit({ ownerId, isShared: isForEveryone || teams.length > 0 }, by),
    sharedWith: { everyone: isForEveryone, teams },
    isFavourite,
    isArchived,
    isNonCommercial,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    sent,
    replied,
    updatedAt: updatedAt.toISOString(),
  };
}

/** AppError 404 for one that `seenAs` does not see. */
export async function showTemplate(tx: Tx, orgId: string, by: Person, id: string, seenAs: Person = by): Promise<Template> {
  const stored = await findTemplate(tx, orgId, seenAs, id);
  if (!stored) throw templateGone();
  return toTemplate(stored, by, seenAs);
}

/** As `by` has just changed it: an admin who has taken it back from everybody is shown it once more. */
export async function showChanged(tx: Tx, orgId: string, by: Person, id: string, ownerId: string): Promise<Template> {
  const stored = (await findTemplate(tx, orgId, by, id)) ?? (await findTemplate(tx, orgId, { userId: ownerId, isAdmin: false }, id));
  if (!stored) throw templateGone();
  return toTemplate(stored, by, by);
}

function toTemplate(stored: StoredTemplate, by: Person, seenAs: Person): Template {
  const { bodyHtml, notes, criteria, version, sent, replied, bounced, people } = stored;
  const row = toRow(stored, by, seenAs);
  return { ...row, bodyHtml, notes, criteria, version, statistics: { sent, replied, bounced, people, lastUsedAt: row.lastUsedAt } };
}

/** Nobody else changes it until the transaction ends. AppError 404; 403 `template_not_yours`. */
export async function holdToChange(tx: Tx, orgId: string, by: Person, id: string): Promise<HeldTemplate> {
  const template = await holdTemplate(tx, orgId, by, id);
  if (!template) throw templateGone();
  if (!mayEdit(template, by)) throw new AppError('template_not_yours');
  return template;
}

function mayEdit({ ownerId, isShared }: { ownerId: string; isShared: boolean }, by: Person): boolean {
  return ownerId === by.userId || (by.isAdmin && isShared);
}
