import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { featureCircles, fileCircles, importsOf } from './circle-rules.ts';
import { projectRoot, runCheck } from './run-check.ts';

/**
 * Files that load each other start in an order that nobody sees, and features that know each other can be understood only together. So no
 * two files of the service load each other, and no two features know each other in any way, types included.
 */
const SERVER = fileURLToPath(new URL('server/', projectRoot));

await runCheck('circles', () => {
  const files = readdirSync(SERVER, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter(
      (file) => file.endsWith('.ts') && !file.includes('node_modules/') && !file.startsWith('simulators/salesforce/lightning/modules/'),
    );
  const imports = files.flatMap((file) => importsOf(file, readFileSync(path.join(SERVER, file), 'utf8')));
  return { problems: [...fileCircles(imports), ...featureCircles(imports)], summary: `${String(files.length)} files` };
});
