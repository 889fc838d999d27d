import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { compile } from '@lwc/sfdc-lwc-compiler';
import { transform } from 'esbuild';
import { forceAppDir } from '../simulators/salesforce/lightning/build/paths.ts';
import { readProject } from '../simulators/salesforce/lightning/build/project.ts';

const TYPESCRIPT = { experimentalDecorators: false, useDefineForClassFields: true, verbatimModuleSyntax: true };
const API_VERSION = 66;

export interface BundleSize {
  name: string;
  /** Minified by the platform's compiler, then gzipped. */
  bytes: number;
}

/** What an org would send to the browser for this component and for every component of ours that it loads with it. */
export async function bundleSizes(root: string): Promise<BundleSize[]> {
  const { bundles } = readProject(forceAppDir);
  const sizes: BundleSize[] = [];
  const waiting = new Set([root]);
  for (const name of waiting) {
    const entry = bundles.get(name);
    if (!entry) throw new Error(`There is no component ${name} in force-app.`);
    const files = await sourcesOf(path.dirname(entry));
    for (const used of Object.values(files).flatMap(componentsNamedIn)) if (bundles.has(used)) waiting.add(used);
    const { success, results, diagnostics } = await compile({
      bundle: { type: 'platform', namespace: 'c', name, files, options: { apiVersion: API_VERSION } },
      compilerConfigs: [{ outputConfig: { minify: true, env: { NODE_ENV: 'production' } } }],
    });
    const code = results?.[0]?.code;
    if (!success || code === undefined) throw new Error(`${name} does not compile: ${JSON.stringify(diagnostics)}`);
    sizes.push({ name, bytes: gzipSync(code).length });
  }
  return sizes;
}

/** The compiler takes JavaScript only, and what `tsc` emitted may be older than its source. */
async function sourcesOf(folder: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const file of readdirSync(folder).filter((name) => /\.(ts|js|html|css)$/.test(name) && !name.endsWith('.d.ts'))) {
    const source = readFileSync(path.join(folder, file), 'utf8');
    if (file.endsWith('.ts')) {
      files[file.replace(/ts$/, 'js')] = (
        await transform(source, { loader: 'ts', target: 'esnext', tsconfigRaw: { compilerOptions: TYPESCRIPT } })
      ).code;
    } else if (!file.endsWith('.js') || !existsSync(path.join(folder, file.replace(/js$/, 'ts')))) {
      files[file] = source;
    }
  }
  return files;
}

function componentsNamedIn(source: string): string[] {
  const imports = [...source.matchAll(/['"]c\/(\w+)['"]/g)].map(([, name]) => name ?? '');
  const tags = [...source.matchAll(/<c-([a-z0-9-]+)/g)].map(([, name]) =>
    (name ?? '').replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
  );
  return [...imports, ...tags];
}
