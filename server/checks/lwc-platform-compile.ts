import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { existsSync } from 'node:fs';
import { compile } from '@lwc/sfdc-lwc-compiler';
import { findBundles, readProjectFile, type Bundle } from './bundles.ts';
import { emitComponents } from './emit-components.ts';
import { projectRoot, runCheck } from './run-check.ts';

const API_VERSION = 66;
/** As the compiler gives it; its own declaration is not published. */
interface Diagnostic {
  level: number;
  message: string;
  filename?: string;
  location?: { line: number };
}

/** The compiler's levels: 0 fatal, 1 error. What is below is advice. */
const ERROR_LEVEL = 1;

async function compileBundle({ name, folder, files }: Bundle) {
  const { success, diagnostics, results } = await compile({
    bundle: {
      type: 'platform',
      namespace: 'c',
      name,
      files: Object.fromEntries(files.map((file) => [file, readProjectFile(join(folder, file))])),
      options: { apiVersion: API_VERSION },
    },
    compilerConfigs: [{ outputConfig: { minify: true, env: { NODE_ENV: 'production' } } }],
  });
  const problems = (diagnostics as Diagnostic[])
    .filter(({ level }) => level <= ERROR_LEVEL)
    .map(({ filename, location, message }) => `${folder}/${filename ?? name}:${location?.line ?? 1} ${message}`);
  if (!success && problems.length === 0) problems.push(`${folder}: the platform's compiler refuses it without saying why`);
  return { name, problems, bytes: results?.[0]?.code.length ?? 0 };
}

/** The compiler takes a template without its class for a component without behaviour: that the class is there must be checked first. */
function missingJavaScript({ folder, files, typescript }: Bundle): string[] {
  return typescript
    .filter((file) => !files.includes(file.replace(/\.ts$/, '.js')))
    .map((file) => `${folder}/${file}: no JavaScript was emitted beside it`);
}

function missingDescription({ folder, name }: Bundle): string[] {
  return existsSync(join(fileURLToPath(projectRoot), folder, `${name}.js-meta.xml`)) ? [] : [`${folder}: ${name}.js-meta.xml is missing`];
}

await runCheck('platform compile', async () => {
  const problems = process.argv.includes('--emitted') ? [] : emitComponents();
  const bundles = findBundles();
  problems.push(...bundles.flatMap(missingJavaScript), ...bundles.flatMap(missingDescription));

  const sizes: string[] = [];
  let total = 0;
  for (const bundle of bundles) {
    const { name, problems: found, bytes } = await compileBundle(bundle);
    problems.push(...found);
    sizes.push(`${name} ${(bytes / 1024).toFixed(1)} KB`);
    total += bytes;
  }
  console.log(sizes.join(', '));
  return { problems, summary: `${bundles.length} bundles, ${(total / 1024).toFixed(1)} KB minified, API ${API_VERSION}` };
});
