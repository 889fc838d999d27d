import type { Tx } from '../../platform/postgres.ts';
import { IS_FAVOURITE, IS_SHARED, LAST_USED, LAST_USED_BY_ME, latestFirst, SEEN, SENT } from './parts.ts';
import type { Person } from './person.ts';
import type { Place } from './place.ts';
import { ROW, ROW_SOURCE, type StoredRow } from './repository.ts';
import { UNUSED_AFTER_DAYS, type Criteria, type TemplatePickerRow, type TemplateQuestion } from './schemas.ts';

/** What is looked for, after a place in its order. */
export interface Question {
  categoryId: string | null;
  /** Patterns that the search text has to match, all of them. */
  patterns: string[];
  after: Place | null;
  most: number;
}

interface Found<Row> {
  rows: (Row & Place)[];
  /** Of all pages. */
  total: number;
}

/** Where the page is empty there is one row that has the total alone. */
type FoundRow<Row> = ((Row & Place) | { id: null }) & { total: number };

const IN_USE = 't.archived_at is null';

/** TP-5. `$8` is now. */
const VIEWS: Readonly<Record<TemplateQuestion['view'], string>> = {
  all: IN_USE,
  mine: `${IN_USE} and t.owner_id = $2`,
  favourites: `${IN_USE} and ${IS_FAVOURITE}`,
  shared: `${IN_USE} and ${IS_SHARED}`,
  unshared: `${IN_USE} and not ${IS_SHARED}`,
  unused: `${IN_USE} and coalesce(${LAST_USED}, t.created_at) < $8::timestamptz - interval '${String(UNUSED_AFTER_DAYS)} days'`,
  archived: 't.archived_at is not null',
};

/** By which number a list is ordered; `from` is what has to be counted for it. */
interface Order {
  number: string;
  from?: string;
}

const ORDERS: Readonly<Record<TemplateQuestion['sort'], Order>> = {
  name: { number: '0::float8' },
  updated: { number: latestFirst('t.updated_at') },
  used: { number: latestFirst(LAST_USED) },
  sent: { number: '-coalesce(counted.sent, 0)::float8', from: SENT },
};

/** Favourites before all others, which no time reaches; then what the user has used last. */
const FOR_COMPOSE: Order = { number: `case when ${IS_FAVOURITE} then 0 else 1e15 end + ${latestFirst(LAST_USED_BY_ME)}` };

/** A page of templates that match, in the order of `order`, with how many there are. What is shown is read for the page alone. */
function pageOf(view: string, { number, from = '' }: Order, columns: string, source: string): string {
  return `with found as materialized (
      select t.id, t.name_key as "nameKey", ${number} as number from templates t ${from}
       where t.org_id = $1 and ${view} and ($4::uuid is null or t.category_id = $4) and t.search_text like all($5::text[]) and ${SEEN}),
    page as (
      select * from found where $6::jsonb is null
          or (number, "nameKey", id) > (($6 ->> 'number')::float8, $6 ->> 'nameKey', ($6 ->> 'id')::uuid)
       order by number, "nameKey", id limit $7)
    select (select count(*)::int from found) as total, shown.*
      from (select) one left join lateral (
        select page.number, page."nameKey", ${columns} from page join ${source} on t.org_id = $1 and t.id = page.id) shown on true
     order by shown.number, shown."nameKey", shown.id`;
}

async function find<Row>(
  tx: Tx,
  orgId: string,
  { userId, isAdmin }: Person,
  { categoryId, patterns, after, most }: Question,
  statement: string,
  more: unknown[] = [],
): Promise<Found<Row>> {
  const { rows } = await tx.query<FoundRow<Row>>(statement, [
    orgId,
    userId,
    isAdmin,
    categoryId,
    patterns,
    after && JSON.stringify(after),
    most,
    ...more,
  ]);
  return { total: rows[0]?.total ?? 0, rows: rows.filter((row) => 'id' in row && row.id !== null) };
}

/** TP-5: templates that a person sees. */
export function listTemplates(
  tx: Tx,
  orgId: string,
  person: Person,
  question: Question & Pick<TemplateQuestion, 'view' | 'sort'>,
  now: Date,
): Promise<Found<StoredRow>> {
  const statement = pageOf(VIEWS[question.view], ORDERS[question.sort], ROW, `(${ROW_SOURCE})`);
  return find(tx, orgId, person, question, statement, question.view === 'unused' ? [now] : []);
}

const PICKER_ROW = `t.id, t.name, t.subject, c.name as "categoryName", ${IS_FAVOURITE} as "isFavourite", t.owner_id = $2 as "isMine",
  coalesce(o.name, o.email) as "ownerName", t.snippet`;
const PICKER_SOURCE = `(templates t
  join users o on o.org_id = t.org_id and o.id = t.owner_id
  join template_categories c on c.org_id = t.org_id and c.id = t.category_id)`;

/** TP-7: templates that a person can use. */
export function pickTemplates(tx: Tx, orgId: string, person: Person, question: Question): Promise<Found<TemplatePickerRow>> {
  return find(tx, orgId, person, question, pageOf(IN_USE, FOR_COMPOSE, PICKER_ROW, PICKER_SOURCE));
}

/** TP-8: those among `ids`, in the order of compose. */
export async function pickAmong(
  tx: Tx,
  orgId: string,
  { userId, isAdmin }: Person,
  ids: string[],
  most: number,
): Promise<TemplatePickerRow[]> {
  const { rows } = await tx.query<TemplatePickerRow>(
    `select ${PICKER_ROW} from ${PICKER_SOURCE} where t.org_id = $1 and t.id = any($4) and ${IN_USE} and ${SEEN}
      order by ${FOR_COMPOSE.number}, t.name_key, t.id limit $5`,
    [orgId, userId, isAdmin, ids, most],
  );
  return rows;
}

/** The criteria of all templates that a person can use and that have any. */
export async function findCriteria(tx: Tx, orgId: string, { userId, isAdmin }: Person): Promise<{ id: string; criteria: Criteria }[]> {
  const { rows } = await tx.query<{ id: string; criteria: Criteria }>(
    `select t.id, t.criteria from templates t
      where t.org_id = $1 and ${IN_USE} and jsonb_array_length(t.criteria -> 'list') > 0 and ${SEEN}`,
    [orgId, userId, isAdmin],
  );
  return rows;
}
