import { checkCommits } from './commit-rules.ts';
import { runCheck } from './run-check.ts';

await runCheck('commits', checkCommits);
