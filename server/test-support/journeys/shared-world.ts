import type { World } from '../../local-world/world.ts';

/** What a journey needs of the world that it shares with others. */
export type SharedWorld = Pick<World, 'urls' | 'database'> & { directory: string };

const VARIABLE = 'JOURNEY_WORLD';

/** The environment by which `npm test` tells journeys which world to share. */
export function inSharedWorld({ urls, database, directory }: SharedWorld): Record<string, string> {
  return {
    [VARIABLE]: JSON.stringify({ urls, database, directory }),
  };
}

/** The world that runs for all journeys, or null when this one runs alone. */
export function sharedWorld(): SharedWorld | null {
  const told = process.env[VARIABLE];
  return told ? (JSON.parse(told) as SharedWorld) : null;
}
