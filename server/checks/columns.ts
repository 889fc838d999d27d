import { checkColumns } from './columns-rules.ts';
import { runCheck } from './run-check.ts';

await runCheck('columns', checkColumns);
