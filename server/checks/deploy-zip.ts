import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import sdr from '@salesforce/source-deploy-retrieve';
import { emitComponents } from './emit-components.ts';
import { emitStaticResources } from './static-resources.ts';
import { expectedComponents } from './expected-components.ts';
import { languageZips } from './language-zips.ts';
import { packageZip, type PackageZip } from './package-zip.ts';
import { projectRoot, runCheck, UsageError } from './run-check.ts';

const root = fileURLToPath(projectRoot);
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

function missingComponents(manifest: PackageZip['manifest']): string[] {
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
      else if (path.startsWith('translations/')) problems.push(`${path} would keep an org without this language from the whole package`);
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
  const problems = values.emitted ? [] : [...emitComponents(), ...(await emitStaticResources()).problems];
  const { manifest, zip } = await packageZip(join(root, 'force-app'), 'msi-actions');
  const languages = await languageZips();
  problems.push(...missingComponents(manifest), ...(await wrongFiles(zip, address)), ...languages.problems);
  const count = manifest.reduce((sum, { members }) => sum + members.length, 0);
  const hint = address === NO_ADDRESS ? '; for a real org give --service-url' : '';
  const size = `${(zip.length / 1024).toFixed(0)} KB`;
  const translations = `msi-actions-<language>.zip for ${languages.languages.join(', ')}`;
  return { problems, summary: `dist/msi-actions.zip, ${count} components, ${size}, ${address}${hint}; ${translations}` };
});
