import type { Tx } from '../../platform/postgres.ts';
import type { RecordRead, SeenPerson } from './read-record.ts';
import type { RecordObject } from './schemas.ts';

const PERSON = `record_id as "id", object_name as "objectName", name, first_name as "firstName", email, title, company,
  account_id as "accountId", null as role, false as "isPrimary"`;

/** A person as a row has it: without the wish, which is the org's and not one rep's. */
export type StoredPerson = Omit<SeenPerson, 'optedOut' | 'contactId'>;

/** A person with the address in the form in which addresses are compared. */
export type Addressed<Person extends StoredPerson> = Person & { address: string | null };

/** Remembers people as the rep saw them. */
export async function savePeople(tx: Tx, orgId: string, userId: string, people: Addressed<SeenPerson>[], readAt: Date): Promise<void> {
  await tx.query(
    `insert into people (org_id, user_id, record_id, object_name, name, first_name, email, title, company, account_id, opted_out, address,
       read_at, wish_read_at)
     select distinct on (id) $1, $2, id, "objectName", name, "firstName", email, title, company, "accountId", "optedOut", address, $4, $4
       from jsonb_to_recordset($3) as p (id text, "objectName" text, name text, "firstName" text, email text, title text, company text,
         "accountId" text, "optedOut" boolean, address text)
     on conflict (org_id, user_id, record_id) do update set object_name = excluded.object_name, name = excluded.name,
       first_name = excluded.first_name, email = excluded.email, title = excluded.title, company = excluded.company,
       account_id = excluded.account_id, opted_out = excluded.opted_out, address = excluded.address, read_at = excluded.read_at,
       wish_read_at = excluded.wish_read_at`,
    [orgId, userId, JSON.stringify(people), readAt],
  );
}

/** Remembers that the rep's rights showed this record and led to these people. */
export async function saveView(
  tx: Tx,
  orgId: string,
  userId: string,
  { record, people }: RecordRead<SeenPerson>,
  readAt: Date,
): Promise<void> {
  await tx.query(
    `insert into record_views (org_id, user_id, record_id, object_name, name, person_ids, read_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (org_id, user_id, record_id) do update set object_name = excluded.object_name, name = excluded.name,
       person_ids = excluded.person_ids, read_at = excluded.read_at`,
    [orgId, userId, record.id, record.objectName, record.name, people.map(({ id }) => id), readAt],
  );
}

/** Salesforce does not show the record to the rep any more. */
export async function deleteView(tx: Tx, orgId: string, userId: string, recordId: string): Promise<void> {
  await tx.query('delete from record_views where org_id = $1 and user_id = $2 and record_id = $3', [orgId, userId, recordId]);
}

/** The objects on whose records somebody of the org has opened the panel. */
export async function listOpenedObjects(tx: Tx, orgId: string): Promise<string[]> {
  const { rows } = await tx.query<{ name: string }>('select distinct object_name as name from record_views where org_id = $1', [orgId]);
  return rows.map(({ name }) => name);
}

export interface RecordView {
  record: { id: string; objectName: RecordObject; name: string };
  personIds: string[];
  readAt: Date;
}

/** What the rep last saw of a record, or null when never. */
export async function findRecordView(tx: Tx, orgId: string, userId: string, recordId: string): Promise<RecordView | null> {
  const { rows } = await tx.query<RecordView>(
    `select json_build_object('id', record_id, 'objectName', object_name, 'name', name) as record, person_ids::text[] as "personIds",
            read_at as "readAt"
       from record_views where org_id = $1 and user_id = $2 and record_id = $3`,
    [orgId, userId, recordId],
  );
  return rows[0] ?? null;
}

/** People as the rep last saw them, in the order of `ids`; those never seen are left out. */
export async function findStoredPeople(tx: Tx, orgId: string, userId: string, ids: string[]): Promise<StoredPerson[]> {
  const { rows } = await tx.query<StoredPerson>(
    `select ${PERSON} from people where org_id = $1 and user_id = $2 and record_id = any($3::bpchar[])
      order by array_position($3::bpchar[], record_id)`,
    [orgId, userId, ids],
  );
  return rows;
}

/** When the rep's own look at Salesforce showed people last; without those whom it never showed. */
export async function findReadTimes(tx: Tx, orgId: string, userId: string, ids: string[]): Promise<Map<string, Date>> {
  const { rows } = await tx.query<{ id: string; readAt: Date }>(
    'select record_id as id, read_at as "readAt" from people where org_id = $1 and user_id = $2 and record_id = any($3::bpchar[])',
    [orgId, userId, ids],
  );
  return new Map(rows.map(({ id, readAt }) => [id, readAt]));
}
