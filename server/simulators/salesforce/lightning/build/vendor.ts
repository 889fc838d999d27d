import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { rollup } from 'rollup';
import type { OutputOptions } from 'rollup';
import { baseComponentsDir, modulesDir } from './paths.ts';
import { compilerPlugins, onWarning } from './plugins.ts';
import { listFiles } from './project.ts';
import type { Project } from './project.ts';

const ICON_CATEGORIES = ['Utility', 'Standard', 'Action', 'Custom', 'Doctype'];
const ENGINE_MODULES = ['lwc', ...ICON_CATEGORIES.map((category) => `lightning/iconSvgTemplates${category}`)];
function leftToRight(id: string) {
  return id.replace(/^(lightning\/iconSvgTemplates\w+)Rtl$/, '$1');
}
/** Whether a module is part of the engine build rather than of the vendor build. */
export function isEngine(id: string) {
  return ENGINE_MODULES.includes(leftToRight(id));
}

const OUTPUT: OutputOptions = {
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: '_/[name]-[hash].js',
  minifyInternalExports: false,
};
/** Folders of `modules/` that stand for the platform; the rest is the page. */
const PLATFORM_FOLDERS = ['lightning', 'force', 'sim/org'];

/** Files whose content decides what the vendor build gives, besides the versions of the packages. */
export function platformFiles() {
  return PLATFORM_FOLDERS.flatMap((folder) => listFiles(path.join(modulesDir, folder)));
}

/**
 * The platform modules that the project and the page use: the base components named in templates and imports, and all of ours.
 * A base component's own parts need no entry, the build follows them.
 */
export function platformModules(project: Project): string[] {
  const { lwc } = JSON.parse(readFileSync(path.join(baseComponentsDir, 'package.json'), 'utf8')) as { lwc: { expose: string[] } };
  const exposed = new Set(lwc.expose);
  const used = new Set(['lwc', 'sim/org', 'force/navigation', ...ownLightningModules()]);
  const sources = [...project.bundles.values()].flatMap((entry) => listFiles(path.dirname(entry)));
  for (const file of [...sources, ...listFiles(modulesDir)].filter((source) => /\.(ts|js|html)$/.test(source))) {
    for (const name of modulesNamedIn(readFileSync(file, 'utf8'))) if (exposed.has(name)) used.add(name);
  }
  return [...used].sort();
}

function ownLightningModules() {
  return readdirSync(path.join(modulesDir, 'lightning')).map((name) => `lightning/${name}`);
}

/** `<lightning-button-icon` and `'lightning/buttonIcon'` both name `lightning/buttonIcon`. */
function modulesNamedIn(source: string): string[] {
  const tags = [...source.matchAll(/<lightning-([a-z0-9-]+)/g)].map((match) => `lightning/${camelCase(match[1] ?? '')}`);
  const imports = [...source.matchAll(/['"](lightning\/\w+)['"]/g)].map((match) => match[1] ?? '');
  return [...tags, ...imports];
}
function camelCase(name: string) {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

export interface EngineBuild {
  project: Project;
  production: boolean;
  outDir: string;
}

/** Builds what changes only with the packages: the LWC engine, synthetic shadow and the five icon libraries (1,760 templates). */
export async function buildEngine({ project, production, outDir }: EngineBuild): Promise<void> {
  const engine = await rollup({
    // synthetic shadow patches the DOM and must be evaluated before the engine: an entry, and a script, of its own
    input: { shadow: '@lwc/synthetic-shadow', ...Object.fromEntries(ENGINE_MODULES.map((entry) => [entry, entry])) },
    plugins: compilerPlugins({ project, production }),
    treeshake: false,
    onwarn: onWarning,
  });
  await engine.write({ ...OUTPUT, dir: outDir });
  await engine.close();
}

/** Builds the base components in use and our platform modules: one file per module, shared parts in `_/`. */
export async function buildVendor({ project, production, outDir, engineUrl }: EngineBuild & { engineUrl: string }): Promise<void> {
  const vendor = await rollup({
    input: Object.fromEntries(
      platformModules(project)
        .filter((id) => !isEngine(id))
        .map((entry) => [entry, entry]),
    ),
    external: isEngine,
    plugins: compilerPlugins({ project, production }),
    // what is loaded is small enough, and following every effect would take as long as the compilation
    treeshake: false,
    onwarn: onWarning,
  });
  await vendor.write({ ...OUTPUT, dir: outDir, paths: (id) => (isEngine(id) ? `${engineUrl}/${leftToRight(id)}.js` : id) });
  await vendor.close();
}
