import { existsSync, globSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { projectRoot } from './run-check.ts';

/** What a browser loads once, when a rep first writes; the panel and the fields of the window never wait for it (decision 20). */
const BUDGET_BYTES = 120_000;

/** A static resource that is made from a library beside it. */
export interface StaticResource {
  name: string;
  /** Absolute path of the library's entry. */
  entry: string;
  /** Absolute path that an org gets it from. */
  file: string;
}

/** Every `staticresources/<name>.resource-meta.xml` with a folder `library` beside its own. */
export function findStaticResources(forceApp: string): StaticResource[] {
  return globSync('**/staticresources/*.resource-meta.xml', { cwd: forceApp }).flatMap((meta) => {
    const folder = path.join(forceApp, path.dirname(meta));
    const name = path.basename(meta, '.resource-meta.xml');
    const entry = path.join(folder, '../library/index.ts');
    return existsSync(entry) ? [{ name, entry, file: path.join(folder, `${name}.js`) }] : [];
  });
}

/**
 * One script without imports, as an org can load it. Nothing newer than ES2019: Lightning Web Security cannot follow what is newer
 * inside of asynchronous functions.
 */
export async function bundleStaticResource({ entry }: Pick<StaticResource, 'entry'>): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2019',
    legalComments: 'inline',
    conditions: ['production'],
    define: { 'process.env.NODE_ENV': '"production"' },
    // The libraries are the project's, also when the components stand in a copy of it
    nodePaths: [fileURLToPath(new URL('node_modules', projectRoot))],
    logLevel: 'error',
  });
  const [output] = outputFiles;
  if (!output) throw new Error(`esbuild made nothing of ${entry}.`);
  return output.contents;
}

/** Writes the scripts that an org gets beside the metadata that names them, and holds each to its size when it is sent compressed. */
export async function emitStaticResources(): Promise<{ problems: string[]; sizes: string[] }> {
  const problems: string[] = [];
  const sizes: string[] = [];
  for (const resource of findStaticResources(fileURLToPath(new URL('force-app', projectRoot)))) {
    const code = await bundleStaticResource(resource);
    writeFileSync(resource.file, code);
    const bytes = gzipSync(code).length;
    sizes.push(`${resource.name} ${bytes} bytes of ${BUDGET_BYTES}`);
    if (bytes > BUDGET_BYTES) problems.push(`${resource.name} is ${bytes} bytes compressed; ${BUDGET_BYTES} is the budget`);
  }
  return { problems, sizes };
}
