import { checkDocs } from './docs-rules.ts';
import { runCheck } from './run-check.ts';

await runCheck('docs', checkDocs);
