import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';

const FOLDER = fileURLToPath(new URL('../../migrations/functions', import.meta.url));
const QUEUE = 'jobs.';

export interface FunctionFile {
  /** Name of the file without `.sql`. What belongs to the owner of the job queue begins with `jobs.`. */
  name: string;
  sql: string;
}

/** The files of server/migrations/functions. In each, `:"app"` stands for the application's role, as a variable of psql does. */
export function functionFiles(appRole: string): FunctionFile[] {
  return globSync('*.sql', { cwd: FOLDER })
    .sort()
    .map((file) => {
      const text = readFileSync(path.join(FOLDER, file), 'utf8');
      return { name: path.basename(file, '.sql'), sql: text.replaceAll(':"app"', () => appRole) };
    });
}

/** Every change that the files have seen, oldest first: a line each with its number, the file's SHA-256 after it, and the file's name. */
export function functionChanges(): string[] {
  return readFileSync(path.join(FOLDER, 'changes.txt'), 'utf8').trimEnd().split('\n');
}

/**
 * Makes the functions of one owner what their files say, inside the caller's transaction. Throws with the name of the file that cannot be
 * applied, for instance because the function has another type in the database: a numbered migration then drops it first.
 */
export async function applyFunctions(client: pg.Client, appRole: string, { ofQueue }: { ofQueue: boolean }): Promise<void> {
  // A function may call one whose file comes later. Tests look at the bodies when all functions are there
  await client.query('set local check_function_bodies = off');
  for (const { name, sql } of functionFiles(appRole).filter((file) => file.name.startsWith(QUEUE) === ofQueue)) {
    try {
      await client.query(sql);
    } catch (error) {
      throw new Error(`server/migrations/functions/${name}.sql cannot be applied: ${(error as Error).message}`, { cause: error });
    }
  }
}

/** How many changes of functions the release knew that migrated the database last; 0 before there were files. */
export async function changesInDatabase(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ exists: boolean }>(`select to_regclass('schema_functions') is not null as exists`);
  if (!rows[0]?.exists) return 0;
  const answer = await client.query<{ changes: number }>('select coalesce(max(changes), 0) as changes from schema_functions');
  return answer.rows[0]?.changes ?? 0;
}

/** Remembers in the caller's transaction how many changes this release knows. */
export async function recordChanges(client: pg.Client): Promise<void> {
  await client.query('create table if not exists schema_functions (changes integer not null)');
  await client.query('delete from schema_functions');
  await client.query('insert into schema_functions (changes) values ($1)', [functionChanges().length]);
}
