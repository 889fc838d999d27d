import { mkdtempSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sdr from '@salesforce/source-deploy-retrieve';
import { projectRoot } from './run-check.ts';

const API_VERSION = '66.0';

export interface PackageZip {
  manifest: { name: string; members: string[] }[];
  zip: Buffer;
}

/**
 * Writes dist/<name>.zip with all metadata below a folder: the same bytes that a deploy sends to an org. Leaves out what the .forceignore
 * above the folder names.
 */
export async function packageZip(folder: string, name: string): Promise<PackageZip> {
  const components = sdr.ComponentSet.fromSource({ fsPaths: [folder] });
  components.sourceApiVersion = API_VERSION;
  components.apiVersion = API_VERSION;
  const dist = join(fileURLToPath(projectRoot), 'dist');
  const work = mkdtempSync(join(tmpdir(), 'msi-package-'));
  try {
    const { packagePath } = await new sdr.MetadataConverter().convert(components, 'metadata', {
      type: 'zip',
      outputDirectory: work,
      packageName: name,
    });
    if (packagePath === undefined) throw new Error('The conversion wrote no zip.');
    const zip = readFileSync(packagePath);
    const target = join(dist, `${name}.zip`);
    mkdirSync(dist, { recursive: true });
    rmSync(target, { force: true });
    renameSync(packagePath, target);
    return { manifest: (await components.getObject()).Package.types, zip };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
