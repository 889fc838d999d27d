import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build as bundle } from 'esbuild';
import { rollup } from 'rollup';
import { modulesDir, nodeModulesDir } from './paths.ts';
import { compilerPlugins, onWarning } from './plugins.ts';
import type { Project } from './project.ts';

export interface AppBuild {
  project: Project;
  production: boolean;
  outDir: string;
  /** The modules that are built already: what stands for the platform. */
  platform: string[];
  /** The address of one of them. */
  urlOf: (platformModule: string) => string;
}

/** Bundles that an administrator could place on a page: `isExposed` in their metadata. */
export function exposedBundles(project: Project): string[] {
  return [...project.bundles.keys()].filter((name) => {
    const meta = project.find(`lwc/${name}/${name}.js-meta.xml`);
    return meta !== undefined && /<isExposed>\s*true\s*<\/isExposed>/.test(readFileSync(meta, 'utf8'));
  });
}

/** Bundles that an Aura app for Visualforce pages names, whether they are exposed or not. */
export function bundlesOfApps(project: Project): string[] {
  const markup = project.all('.app').map((file) => readFileSync(file, 'utf8'));
  return markup.flatMap((text) => [...text.matchAll(/<aura:dependency\s+resource="c:(\w+)"/g)].map(([, name = '']) => name));
}

function loadersOf(names: string[]): string {
  const loaders = names.map((name) => `${JSON.stringify(name)}: () => import('c/${name}').then((m) => m.default)`);
  return `export const components = { ${loaders.join(', ')} };`;
}

/** Builds the page and every component that can be placed on it; each component is loaded when a page shows it. */
export async function buildApp({ project, production, outDir, platform, urlOf }: AppBuild): Promise<void> {
  const app = await rollup({
    input: { main: path.join(modulesDir, 'main.js'), visualforce: path.join(modulesDir, 'visualforce.js') },
    external: platform,
    plugins: compilerPlugins({
      project,
      production,
      virtual: { 'sim/components': loadersOf(exposedBundles(project)), 'sim/appComponents': loadersOf(bundlesOfApps(project)) },
    }),
    onwarn: onWarning,
  });
  await app.write({
    dir: outDir,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    paths: (id) => (platform.includes(id) ? urlOf(id) : id),
  });
  await app.close();
}

/**
 * Builds the same components to run inside Lightning Web Security: one script that the sandbox evaluates, with the platform's modules
 * handed in from outside as they are in an org.
 */
export async function buildForLws({ project, production, outDir, platform, urlOf }: AppBuild): Promise<void> {
  const used = new Set<string>();
  const names = exposedBundles(project);
  const everything = names.map((name) => `export { default as ${name} } from 'c/${name}';`).join('\n');
  const script = await rollup({
    input: 'sim/components',
    external: (id) => platform.includes(id) && Boolean(used.add(id)),
    plugins: compilerPlugins({ project, production, lws: true, virtual: { 'sim/components': everything } }),
    onwarn: onWarning,
  });
  const { output } = await script.generate({
    format: 'iife',
    name: '__components',
    exports: 'named',
    interop: 'esModule',
    inlineDynamicImports: true,
    globals: (id) => `__platform[${JSON.stringify(id)}]`,
  });
  await script.close();
  await bundle({
    entryPoints: [path.join(nodeModulesDir, '@locker/sandbox/dist/index.mjs.js')],
    outfile: path.join(outDir, 'sandbox.js'),
    bundle: true,
    format: 'esm',
    minify: true,
    logLevel: 'error',
  });
  writeFileSync(path.join(outDir, 'main.js'), lwsLoader([...used], urlOf, output[0].code));
}

function lwsLoader(platform: string[], urlOf: AppBuild['urlOf'], code: string): string {
  return `import { evaluateInSandbox } from './sandbox.js';
${platform.map((id, index) => `import * as m${index} from '${urlOf(id)}';`).join('\n')}
const platform = { ${platform.map((id, index) => `${JSON.stringify(id)}: { ...m${index} }`).join(', ')} };
let evaluated;
const inSandbox = (code) => evaluateInSandbox('c', code, () => {}, {});
if (platform['lightning/platformResourceLoader']) {
  // what a component loads runs in the sandbox of its namespace
  platform['lightning/platformResourceLoader'].loadScript = async (_component, url) => inSandbox(await (await fetch(url)).text());
}
const code = ${JSON.stringify(`${code}\n;$lockerEvalContext$(__components);`)};
evaluateInSandbox('c', code, (result) => { evaluated = result; }, { __platform: platform });
export const components = Object.fromEntries(Object.keys(evaluated).map((name) => [name, async () => evaluated[name]]));
`;
}
