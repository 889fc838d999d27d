import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { projectRoot, runCheck } from './run-check.ts';
import { tableLines, tableUses } from './table-list.ts';
import { checkTables, type Source } from './table-rules.ts';

/** `--list` prints who writes and who reads each table, SQL functions included. */
const { values } = parseArgs({ options: { list: { type: 'boolean', default: false } } });

function readAll(folder: string, name: RegExp): Source[] {
  const root = fileURLToPath(new URL(folder, projectRoot));
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => name.test(file))
    .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));
}

await runCheck('tables', () => {
  const code = readAll('server/src/', /(?<!\.test)\.ts$/);
  if (values.list) {
    const uses = tableUses(code, readAll('server/migrations/', /^[^/]+\.sql$/), readAll('server/migrations/functions/', /\.sql$/));
    console.log(tableLines(uses).join('\n'));
  }
  return checkTables(code);
});
