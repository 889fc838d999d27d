import { execFileSync } from 'node:child_process';

/** Days as `2026-11-27`. */
export interface Releases {
  /** When this version appeared. */
  published: string;
  /** When the package's newest version appeared: whether somebody still looks after it. */
  newest: string;
}

const AT_ONCE = 16;

/** Asks the npm registry for the dates of each package, in the order given; null where it does not answer. */
export async function findReleases(packages: readonly { name: string; version: string }[]): Promise<(Releases | null)[]> {
  const registry = execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).trim().replace(/\/$/, '');
  const found: (Releases | null)[] = packages.map(() => null);
  let next = 0;
  const askInTurn = async (): Promise<void> => {
    for (let index = next++; index < packages.length; index = next++) {
      const asked = packages[index];
      if (asked) found[index] = await askRegistry(registry, asked.name, asked.version).catch(() => null);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, askInTurn));
  return found;
}

async function askRegistry(registry: string, name: string, version: string): Promise<Releases | null> {
  const answer = await fetch(`${registry}/${name.replace('/', '%2f')}`, { signal: AbortSignal.timeout(20_000) });
  if (!answer.ok) return null;
  const { time } = (await answer.json()) as { time?: Record<string, string> };
  const published = time?.[version];
  if (!published) return null;
  const newest = Object.entries(time)
    .filter(([key]) => key !== 'created' && key !== 'modified')
    .map(([, at]) => at)
    .sort()
    .at(-1);
  return { published: published.slice(0, 10), newest: (newest ?? published).slice(0, 10) };
}
