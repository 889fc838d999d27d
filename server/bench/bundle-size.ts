import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { compile } from '@lwc/sfdc-lwc-compiler';
import { transform } from 'esbuild';
import { forceAppDir } from '../simulators/salesforce/lightning/build/paths.ts';
import { readProject } from '../simulators/salesforce/lightning/build/project.ts';
import { readSetup } from '../simulators/salesforce/lightning/setup.ts';

const TYPESCRIPT = { experimentalDecorators: false, useDefineForClassFields: true, verbatimModuleSyntax: true };
const API_VERSION = 66;

export interface BundleSize {
  name: string;
  /** Minified by the platform's compiler, then gzipped. */
  bytes: number;
}

export interface PageSizes {
  /** The components that our record pages load, with those of the utility bar, which comes with every page. */
  all: BundleSize[];
  /** Those of them that come before a click: without the windows and the row that a click opens, and what only these need. */
  firstContent: BundleSize[];
}

/** Opened by a click within the page. */
const OPENED_IN_PLACE = ['salesEmailDetail'];

/** What an org would send to the browser for our record pages, largest first. Throws when a component does not compile. */
export async function pageSizes(): Promise<PageSizes> {
  const project = readProject(forceAppDir);
  const { recordPages, apps } = readSetup(project);
  const roots = Object.values(recordPages).flatMap(({ sidebar }) => sidebar);
  const utilities = apps.flatMap((app) => app.utilities.map(({ component }) => component));
  const sources = new Map<string, Sources>();
  for (const [name, entry] of project.bundles) sources.set(name, await sourcesOf(path.dirname(entry)));
  const all: BundleSize[] = [];
  for (const name of reachable([...roots, ...utilities], sources))
    all.push({ name, bytes: await minifiedBytes(name, sources.get(name) ?? {}) });
  all.sort((one, other) => other.bytes - one.bytes);
  const comesFirst = ([name, files]: [string, Sources]): boolean => !isWindow(files) && !OPENED_IN_PLACE.includes(name);
  const first = reachable(roots, new Map([...sources].filter(comesFirst)));
  return { all, firstContent: all.filter(({ name }) => first.has(name)) };
}

type Sources = Record<string, string>;

function isWindow(files: Sources): boolean {
  return Object.values(files).some((source) => /\bextends LightningModal\b/.test(source));
}

function reachable(roots: string[], sources: Map<string, Sources>): Set<string> {
  const found = new Set(roots);
  for (const name of found) {
    for (const used of Object.values(sources.get(name) ?? {}).flatMap(componentsNamedIn)) if (sources.has(used)) found.add(used);
  }
  return found;
}

async function minifiedBytes(name: string, files: Sources): Promise<number> {
  const { success, results, diagnostics } = await compile({
    bundle: { type: 'platform', namespace: 'c', name, files, options: { apiVersion: API_VERSION } },
    compilerConfigs: [{ outputConfig: { minify: true, env: { NODE_ENV: 'production' } } }],
  });
  const code = results?.[0]?.code;
  if (!success || code === undefined) throw new Error(`${name} does not compile: ${JSON.stringify(diagnostics)}`);
  return gzipSync(code).length;
}

/** The compiler takes JavaScript only, and what `tsc` emitted may be older than its source. */
async function sourcesOf(folder: string): Promise<Sources> {
  const files: Sources = {};
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
