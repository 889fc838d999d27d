import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { toLongId } from '../../providers/salesforce/index.ts';
import type { ReadFieldValues } from '../dynamic-fields/index.ts';
import { findPinned } from './category-repository.ts';
import { fits } from './criteria.ts';
import { findCriteria, pickAmong, pickTemplates } from './list-repository.ts';
import type { Person } from './person.ts';
import { placeOf } from './place.ts';
import { nextCursor, PAGE_SIZE } from './read-templates.ts';
import type { PickerQuestion, TemplatePicker } from './schemas.ts';
import { searchPatterns } from './search-key.ts';

/** TP-7, TP-8: what compose offers, 50 a page. */
export type PickTemplates = (orgId: string, by: Person, question: PickerQuestion) => Promise<TemplatePicker>;

const MOST_RECOMMENDED = 20;

interface Dependencies {
  pool: Pool;
  readFieldValues: ReadFieldValues;
}

export function createPickTemplates({ pool, readFieldValues }: Dependencies): PickTemplates {
  /** Null when Salesforce could not be asked: nothing is recommended then, and everything else is there. */
  const valuesOf = async (orgId: string, by: Person, recordId: string, personId: string, fields: string[]) => {
    try {
      const values = await readFieldValues(orgId, by.userId, { recordId, personIds: [personId] }, fields);
      return values.get(personId) ?? null;
    } catch (error) {
      if (error instanceof AppError) return null;
      throw error;
    }
  };

  const recommend = async (
    orgId: string,
    by: Person,
    { recordId, personId }: PickerQuestion,
  ): Promise<Pick<TemplatePicker, 'recommended' | 'areRecommendedKnown'>> => {
    const candidates = personId === undefined ? [] : await inOrg(pool, orgId, (tx) => findCriteria(tx, orgId, by));
    if (personId === undefined || candidates.length === 0) return { recommended: [], areRecommendedKnown: true };
    const fields = [...new Set(candidates.flatMap(({ criteria }) => criteria.list.map(({ field }) => field)))];
    const values = await valuesOf(orgId, by, toLongId(recordId), toLongId(personId), fields);
    const ids = values ? candidates.filter(({ criteria }) => fits(criteria, values)).map(({ id }) => id) : [];
    return {
      recommended: ids.length === 0 ? [] : await inOrg(pool, orgId, (tx) => pickAmong(tx, orgId, by, ids, MOST_RECOMMENDED)),
      areRecommendedKnown: values !== null,
    };
  };

  return async function listForCompose(orgId, by, question) {
    const after = placeOf(question.cursor);
    const patterns = searchPatterns(question.search);
    const [recommended, { pinned, found }] = await Promise.all([
      after ? { recommended: [], areRecommendedKnown: true } : recommend(orgId, by, question),
      inOrg(pool, orgId, async (tx) => ({
        pinned: await findPinned(tx, orgId, by.userId),
        found: await pickTemplates(tx, orgId, by, { categoryId: question.categoryId ?? null, patterns, after, most: PAGE_SIZE + 1 }),
      })),
    ]);
    return {
      pinned,
      ...recommended,
      templates: found.rows.slice(0, PAGE_SIZE),
      total: found.total,
      cursor: nextCursor(found.rows),
    };
  };
}
