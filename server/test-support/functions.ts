import type pg from 'pg';

export interface DatabaseFunction {
  /** As SQL calls it: the schema stands in front unless it is `public`. */
  name: string;
  /** Name, arguments, answer, options and body. */
  definition: string;
  owner: string;
  /** Who may run it, the owner too. Null: everybody, because nobody has said anything. */
  mayRun: string[] | null;
  isTrigger: boolean;
}

/** All functions of our schemas; the job library's own schema is not ours. */
export async function functionsIn(client: Pick<pg.Client, 'query'>): Promise<DatabaseFunction[]> {
  const { rows } = await client.query<DatabaseFunction>(
    `select case p.pronamespace when 'jobs'::regnamespace then 'jobs.' else '' end || p.proname as name,
     pg_get_functiondef(p.oid) as definition, p.proowner::regrole::text as owner, p.prorettype = 'trigger'::regtype as "isTrigger",
            (select array_agg(r.name order by r.name)
               from aclexplode(p.proacl) a, 
                     lateral (select case a.grantee when 0 then 'public' else a.grantee::regrole::text end) r (name)) as "mayRun"
       from pg_proc p where p.pronamespace in ('public'::regnamespace, 'jobs'::regnamespace)
      order by name, definition`,
  );
  return rows;
}
