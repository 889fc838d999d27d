import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildApp, buildForLws } from './app.ts';
import { baseComponentsDir, defaultOutDir, forceAppDir, modulesDir, nodeModulesDir } from './paths.ts';
import { listFiles, readProject } from './project.ts';
import type { Project } from './project.ts';
import { publishOnce } from './publish.ts';
import { buildEngine, buildVendor, isEngine, platformFiles, platformModules } from './vendor.ts';

export interface BuildOptions {
  /** Build everything again, whatever is kept. */
  fresh?: boolean;
  /** Also build the components for Lightning Web Security. */
  lws?: boolean;
  /** Minified, and without the engine's development warnings. */
  production?: boolean;
  outDir?: string;
  forceApp?: string;
  /** Told in words what takes long. */
  onProgress?: (message: string) => void;
}

/** Addresses below the page's origin, of what is kept in `outDir`. */
export interface LightningBuild {
  engineUrl: string;
  appUrl: string;
  lwsUrl: string | null;
  /** The project as it was built. */
  project: Project;
}

/**
 * Compiles the project's components and the page around them into `outDir` (`.local/lightning`). Each part is kept under the key of
 * what it was made from: unchanged parts are not built again, and a changed component takes well under a second.
 * Throws with file and line when a component does not compile or names metadata that the project does not have.
 */
export async function buildLightning(options: BuildOptions = {}): Promise<LightningBuild> {
  const { fresh = false, lws = false, production = false, outDir = defaultOutDir, forceApp = forceAppDir, onProgress } = options;
  if (fresh) rmSync(outDir, { recursive: true, force: true });
  const project = readProject(forceApp);
  const platform = platformModules(project);
  const compiler = hash([String(production), ...packageVersions(), ...contents(listFiles(import.meta.dirname))]);
  const vendorKey = hash([compiler, ...platform, ...contents(platformFiles())]);
  const appKey = hash([vendorKey, project.key, ...contents(listFiles(modulesDir))]);
  const folder = (part: string, key: string) => path.join(outDir, part, key);
  const url = {
    engine: `/dist/engine/${compiler}`,
    vendor: `/dist/vendor/${vendorKey}`,
    app: `/dist/app/${appKey}`,
    lws: `/dist/lws/${appKey}`,
  };

  const step = async (part: string, key: string, words: string, make: (temporary: string) => Promise<void>) => {
    const startedAt = performance.now();
    const built = await publishOnce(folder(part, key), make);
    if (built) onProgress?.(`${words}: built in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  };
  const source = { project, production };
  const app = { ...source, platform, urlOf: (id: string) => `${isEngine(id) ? url.engine : url.vendor}/${id}.js` };
  // the project comes first: what does not compile shows before the long builds begin
  await step('app', appKey, 'Components and pages', (dir) => buildApp({ ...app, outDir: dir }));
  if (lws) await step('lws', appKey, 'Components for Lightning Web Security', (dir) => buildForLws({ ...app, outDir: dir }));
  await step('engine', compiler, 'Lightning engine and icons', (dir) => buildEngine({ ...source, outDir: dir }));
  await step('vendor', vendorKey, 'Lightning base components', (dir) => buildVendor({ ...source, outDir: dir, engineUrl: url.engine }));
  return { engineUrl: url.engine, appUrl: url.app, lwsUrl: lws ? url.lws : null, project };
}

const KEY_LENGTH = 16;
function hash(parts: string[]) {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, KEY_LENGTH);
}
function contents(files: string[]) {
  return files.map((file) => readFileSync(file, 'utf8'));
}

function packageVersions(): string[] {
  const packages = [
    baseComponentsDir,
    ...['lwc', '@lwc/engine-dom', '@lwc/rollup-plugin', '@lwc/synthetic-shadow', '@locker/sandbox'].map((name) =>
      path.join(nodeModulesDir, name),
    ),
  ];
  return packages.map((folder) => (JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string }).version);
}
