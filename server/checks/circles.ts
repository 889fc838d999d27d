import { readAll } from './bundles.ts';
import { featureCircles, fileCircles, importsOf } from './circle-rules.ts';
import { runCheck } from './run-check.ts';

/** What the Lightning page of the simulator loads is no code of the server, and takes the names of the platform's modules. */
const OURS = /^(?!.*node_modules\/)(?!simulators\/salesforce\/lightning\/modules\/).*\.ts$/;

// Files that load each other start in an order that nobody sees, and features that know each other can be understood only together. So no
// files load each other by any way round, and of two features at most one knows the other, types included.
await runCheck('circles', () => {
  const files = readAll('server/', OURS);
  const imports = files.flatMap(({ file, text }) => importsOf(file, text));
  return { problems: [...fileCircles(imports), ...featureCircles(imports)], summary: `${String(files.length)} files` };
});
