import { mkdtempSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import sdr from '@salesforce/source-deploy-retrieve';
import { emitComponents } from './emit-components.ts';
import { expectedComponents } from './expected-components.ts';
import { projectRoot, runCheck, UsageError } from './run-check.ts';

const root = fileURLToPath(projectRoot);
const API_VERSION = '66.0';
/** Goes into a package that was made without an address. No service answers there, and its name says why. */
const NO_ADDRESS = 'https://service-address-not-set.example.com';

const { values } = parseArgs({
  options: { 'service-url': { type: 'string' }, emitted: { type: 'boolean', default: false } },
});

/** The address that goes into the trusted URL and the setting: https, without a slash at the end. */
function serviceUrl(): string {
  const given = values['service-url'] ?? process.env['MSI_SERVICE_URL'];
  if (given === undefined) return NO_ADDRESS;
  const url = URL.parse(given);
  if (url?.protocol !== 'https:' || url.origin !== given.replace(/\/$/, ''))
    throw new UsageError(`--service-url (or MSI_SERVICE_URL) must look like https://sales-actions.your-company.com, not ${given}`);
  return url.origin;
}

interface Conversion {
  manifest: { name: string; members: string[] }[];
  zip: Buffer;
  size: number;
}

/** Writes dist/msi-actions.zip, the same bytes that a deploy sends to an org. */
async function convert(): Promise<Conversion> {
  const components = sdr.ComponentSet.fromSource({ fsPaths: [join(root, 'force-app')] });
  components.sourceApiVersion = API_VERSION;
  components.apiVersion = API_VERSION;
  const work = mkdtempSync(join(tmpdir(), 'msi-package-'));
  try {
    const { packagePath } = await new sdr.MetadataConverter().convert(components, 'metadata', {
      type: 'zip',
      outputDirectory: work,
      packageName: 'msi-actions',
    });
    if (packagePath === undefined) throw new Error('The conversion wrote no zip.');
    const zip = readFileSync(packagePath);
    const target = join(root, 'dist', 'msi-actions.zip');
    mkdirSync(join(root, 'dist'), { recursive: true });
    rmSync(target, { force: true });
    renameSync(packagePath, target);
    return { manifest: (await components.getObject()).Package.types, zip, size: statSync(target).size };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function missingComponents(manifest: Conversion['manifest']): string[] {
  const members = new Map(manifest.map(({ name, members: names }) => [name, new Set(names)]));
  return [...expectedComponents()].flatMap(([type, names]) =>
    [...names].filter((name) => !members.get(type)?.has(name)).map((name) => `package.xml lacks ${type} ${name}`),
  );
}

async function wrongFiles(zip: Buffer, address: string): Promise<string[]> {
  const tree = await sdr.ZipTreeContainer.create(zip);
  const problems: string[] = [];
  const visit = (folder: string) => {
    for (const name of tree.readDirectory(folder)) {
      const path = folder === '.' ? name : `${folder}/${name}`;
      if (tree.isDirectory(path)) visit(path);
      else if (/\.ts$|__tests__/.test(path)) problems.push(`${path} does not belong into an org`);
    }
  };
  visit('.');
  for (const path of ['cspTrustedSites/MSI_Service.cspTrustedSite', 'customMetadata/MSI_Setting.Default.md'])
    if (!tree.exists(path) || !(await tree.readFile(path)).toString().includes(`>${address}<`))
      problems.push(`${path} does not hold the service's address ${address}`);
  return problems;
}

await runCheck('deploy zip', async () => {
  const address = serviceUrl();
  process.env['MSI_SERVICE_URL'] = address;
  const problems = values.emitted ? [] : emitComponents();
  const { manifest, zip, size } = await convert();
  problems.push(...missingComponents(manifest), ...(await wrongFiles(zip, address)));
  const count = manifest.reduce((sum, { members }) => sum + members.length, 0);
  const hint = address === NO_ADDRESS ? '; for a real org give --service-url' : '';
  return { problems, summary: `dist/msi-actions.zip, ${count} components, ${(size / 1024).toFixed(0)} KB, ${address}${hint}` };
});
