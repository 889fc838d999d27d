import { folderOf, tablesWritten, type Source } from './table-rules.ts';

/** Who touches a table: folders of the service, and SQL functions with `()` behind their names. */
export interface TableUse {
  writers: Set<string>;
  readers: Set<string>;
}

/** Each table of the migrations with whoever writes it and whoever only reads it. `code` is meant from `server/src`. */
export function tableUses(code: readonly Source[], migrations: readonly Source[], functions: readonly Source[]): Map<string, TableUse> {
  const names = migrations.flatMap(({ text }) =>
    [...text.matchAll(/\bcreate table (?:if not exists )?([a-z_]+)/g)].map(([, name = '']) => name),
  );
  const uses = new Map([...new Set(names)].sort().map((name) => [name, { writers: new Set<string>(), readers: new Set<string>() }]));
  const note = (who: string, text: string): void => {
    for (const table of tablesWritten(text)) uses.get(table)?.writers.add(who);
    for (const [, table = ''] of text.matchAll(READ)) uses.get(table)?.readers.add(who);
  };
  for (const { file, text } of code) note(folderOf(file), text);
  for (const { file, text } of functions) note(`${file.replace(/\.sql$/, '')}()`, text.replace(/--.*$/gm, ''));
  for (const { writers, readers } of uses.values()) for (const writer of writers) readers.delete(writer);
  return uses;
}

/** What is deleted from is written; an update and an insert name their tables otherwise. */
const READ = /(?<!\bdelete )\b(?:from|join|using)\s+([a-z_]+)\b/g;

/** One line for each table. */
export function tableLines(uses: ReadonlyMap<string, TableUse>): string[] {
  const listed = (names: ReadonlySet<string>): string => [...names].sort().join(', ') || 'nobody';
  return [...uses].map(
    ([table, { writers, readers }]) => `${table.padEnd(32)} written by ${listed(writers)}; also read by ${listed(readers)}`,
  );
}
