import { runCheck } from './run-check.ts';
import { checkTables } from './table-rules.ts';

await runCheck('tables', checkTables);
