import { readProjectFile } from './bundles.ts';

/** One entry of package-lock.json, as far as it is looked at here. */
interface LockEntry {
  version: string;
  integrity?: string;
  license?: string;
  deprecated?: string;
  funding?: unknown;
  hasInstallScript?: boolean;
  dev?: boolean;
}

interface LockFile {
  packages: Record<string, LockEntry & { devDependencies?: Record<string, string> }>;
}

export interface ProductionPackage extends LockEntry {
  name: string;
}

/** The lock file without what only development needs. */
export function productionLock(): LockFile {
  const lock = JSON.parse(readProjectFile('package-lock.json')) as LockFile;
  const packages = Object.fromEntries(Object.entries(lock.packages).filter(([, { dev }]) => !dev));
  const { devDependencies: _, ...project } = packages[''] ?? { version: '' };
  return { ...lock, packages: { ...packages, '': project } };
}

/** Every package that `npm ci --omit=dev` installs, each version once, by name. */
export function productionPackages(): ProductionPackage[] {
  const found = new Map<string, ProductionPackage>();
  for (const [place, entry] of Object.entries(productionLock().packages)) {
    const name = place.split('node_modules/').at(-1) ?? '';
    if (name) found.set(`${name}@${entry.version}`, { ...entry, name });
  }
  return [...found.values()].sort((left, right) => left.name.localeCompare(right.name));
}
