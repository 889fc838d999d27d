import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readProjectFile } from './bundles.ts';
import { productionLock, productionPackages } from './lock-file.ts';
import { projectRoot, runCheck } from './run-check.ts';

/**
 * Writes dist/msi-actions.cdx.json, the list of everything that the service is made of, in CycloneDX. npm makes it, from a lock file that
 * names production packages only: its own `--omit=dev` also leaves out packages that both need.
 */
await runCheck('sbom', () => {
  const project = JSON.parse(readProjectFile('package.json')) as { name: string; devDependencies?: object };
  const work = mkdtempSync(path.join(tmpdir(), 'msi-sbom-'));
  const folder = path.join(work, project.name);
  try {
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ ...project, devDependencies: {} }));
    writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify(productionLock()));
    const flags = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only'];
    const text = execFileSync('npm', flags, { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    const { components } = JSON.parse(text) as { components: unknown[] };
    const target = fileURLToPath(new URL('dist/msi-actions.cdx.json', projectRoot));
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
    const wanted = productionPackages().length;
    return {
      problems: components.length === wanted ? [] : [`it lists ${components.length} packages of ${wanted}`],
      summary: `dist/msi-actions.cdx.json, ${components.length} packages`,
    };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});
