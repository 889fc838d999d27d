import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { addressesFor } from './addresses.ts';
import { ensureFree, portsFrom } from './ports.ts';
import { ensureWritable, startWorld, type World } from './world.ts';

/** `npm start`: the whole world on this machine. Ctrl-C stops every process that it started. */
const started = performance.now();
const root = fileURLToPath(new URL('../../', import.meta.url));
const directory = process.env['LOCAL_WORLD_DIR'] ?? path.join(root, '.local');

function fail(error: unknown): never {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}

let world: World | undefined;
let stopping = false;
async function stop(code: number) {
  if (stopping) return;
  stopping = true;
  console.log('\nStopping …');
  await world?.stop();
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));

function progress(line: string) {
  console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s  ${line}`);
}

try {
  const ports = portsFrom(process.env);
  await ensureFree(ports);
  ensureWritable(directory);
  const { buildLightning } = await import('../simulators/salesforce/lightning/build/build.ts');
  progress('Building the Lightning page (the first time takes half a minute)');
  await buildLightning({ onProgress: progress });
  world = await startWorld({
    ports,
    directory,
    durable: true,
    seed: 'people',
    onProgress: progress,
    onTrouble: (sentence) => {
      if (stopping) return;
      console.error(`\n${sentence}`);
      void stop(1);
    },
  });
  progress('Ready\n');
  const addresses = addressesFor(world.urls);
  const width = Math.max(...addresses.map(({ title }) => title.length));
  for (const { title, url, hint } of addresses) console.log(`  ${title.padEnd(width)}  ${url}\n  ${''.padEnd(width)}  ${hint}`);
  console.log('\nCtrl-C stops everything. Data and logs stay in .local; remove that folder to begin anew.');
} catch (error) {
  await world?.stop();
  fail(error);
}
