import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePorts } from '../../local-world/ports.ts';
import { startWorld, type World, type WorldOptions } from '../../local-world/world.ts';
import { buildLightning } from '../../simulators/salesforce/lightning/build/build.ts';

export interface OpenWorld {
  world: World;
  directory: string;
  /** Stops it. Throws when one of its processes ended by itself. */
  close: () => Promise<void>;
}

/** A whole world on free ports, gone when it is closed. */
export async function openWorld(seed: WorldOptions['seed']): Promise<OpenWorld> {
  await buildLightning({ lws: true });
  const directory = mkdtempSync(path.join(tmpdir(), 'msi-journey-'));
  const troubles: string[] = [];
  const world = await startWorld({
    ports: await freePorts(),
    directory,
    durable: false,
    seed,
    onProgress: () => undefined,
    onTrouble: (sentence) => troubles.push(sentence),
  });
  return {
    world,
    directory,
    async close() {
      await world.stop();
      rmSync(directory, { recursive: true, force: true });
      if (troubles.length > 0) throw new Error(troubles.join('\n'));
    },
  };
}
