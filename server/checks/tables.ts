import { parseArgs } from 'node:util';
import { readAll } from './bundles.ts';
import { runCheck } from './run-check.ts';
import { tableLines, tableUses } from './table-list.ts';
import { checkTables } from './table-rules.ts';

/** `--list` prints who writes and who reads each table, SQL functions included. */
const { values } = parseArgs({ options: { list: { type: 'boolean', default: false } } });

await runCheck('tables', () => {
  const code = readAll('server/src/', /(?<!\.test)\.ts$/);
  if (values.list) {
    const uses = tableUses(code, readAll('server/migrations/', /^[^/]+\.sql$/), readAll('server/migrations/functions/', /\.sql$/));
    console.log(tableLines(uses).join('\n'));
  }
  return checkTables(code);
});
