import { fileURLToPath } from 'node:url';
import { checkFixtures } from './fixture-rules.ts';
import { projectRoot, runCheck } from './run-check.ts';

await runCheck('fixtures', () => checkFixtures(fileURLToPath(new URL('force-app/test/tsconfig.json', projectRoot))));
