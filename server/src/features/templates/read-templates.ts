import { createCursors } from '../../platform/cursors.ts';
import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { commonSentence } from '../../platform/error-words/index.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { templateGone } from './gone.ts';
import { listTemplates } from './list-repository.ts';
import type { Person } from './person.ts';
import { cursorOf, placeOf } from './place.ts';
import { findEmails, findPerson, findWords } from './repository.ts';
import type { Template, TemplateEmails, TemplateList, TemplateQuestion } from './schemas.ts';
import { searchPatterns } from './search-key.ts';
import { showTemplate, toRow } from './show-template.ts';

export interface ReadTemplates {
  /** 50 a page. `asUserId` counts for admins only; the route asks for that. AppError 404 for a user that is not there. */
  list(orgId: string, by: Person, question: TemplateQuestion): Promise<TemplateList>;
  /** AppError 404 for one that the person, or the user `asUserId`, does not see. */
  show(orgId: string, by: Person, id: string, asUserId?: string): Promise<Template>;
  /** The person's own emails from a template, newest first. AppError 404. */
  emails(orgId: string, by: Person, id: string, cursor?: string): Promise<TemplateEmails>;
}

export const PAGE_SIZE = 50;

const emailCursors = createCursors(z.uuid());

export function createReadTemplates({ pool, clock }: { pool: Pool; clock: Clock }): ReadTemplates {
  return {
    async list(orgId, by, { view, sort, categoryId, search, cursor, asUserId }) {
      const question = { categoryId: categoryId ?? null, patterns: searchPatterns(search), after: placeOf(cursor), most: PAGE_SIZE + 1 };
      return inOrg(pool, orgId, async (tx) => {
        const seenAs = await personSeenAs(tx, orgId, by, asUserId);
        const { rows, total } = await listTemplates(tx, orgId, seenAs, { ...question, view, sort }, clock.now());
        const page = rows.slice(0, PAGE_SIZE);
        return { templates: page.map((row) => toRow(row, by, seenAs)), total, cursor: nextCursor(rows) };
      });
    },
    show: (orgId, by, id, asUserId) =>
      inOrg(pool, orgId, async (tx) => showTemplate(tx, orgId, by, id, await personSeenAs(tx, orgId, by, asUserId))),
    async emails(orgId, by, id, cursor) {
      const after = cursor === undefined ? null : emailCursors.read(cursor);
      const rows = await inOrg(pool, orgId, async (tx) => {
        if (!(await findWords(tx, orgId, by, id))) throw templateGone();
        return findEmails(tx, orgId, { userId: by.userId, templateId: id, after, most: PAGE_SIZE + 1 });
      });
      const page = rows.slice(0, PAGE_SIZE);
      const last = rows.length > PAGE_SIZE ? page.at(-1) : undefined;
      return {
        emails: page.map(({ createdAt, sentAt, repliedAt, ...email }) => ({
          ...email,
          createdAt: createdAt.toISOString(),
          sentAt: sentAt?.toISOString() ?? null,
          repliedAt: repliedAt?.toISOString() ?? null,
        })),
        cursor: last ? emailCursors.write({ at: last.createdAt, id: last.id }) : null,
      };
    },
  };
}

/** Null on the last page. */
export function nextCursor(rows: readonly { number: number; nameKey: string; id: string }[]): string | null {
  const last = rows.length > PAGE_SIZE ? rows[PAGE_SIZE - 1] : undefined;
  return last ? cursorOf(last) : null;
}

async function personSeenAs(tx: Tx, orgId: string, by: Person, asUserId: string | undefined): Promise<Person> {
  if (asUserId === undefined) return by;
  const person = await findPerson(tx, orgId, asUserId);
  if (!person) throw new AppError('not_found', { title: commonSentence('userUnknown') });
  return person;
}
