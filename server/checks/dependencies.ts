import { parseArgs } from 'node:util';
import { productionPackages, type ProductionPackage } from './lock-file.ts';
import { findReleases, type Releases } from './releases.ts';
import { runCheck } from './run-check.ts';

/**
 * What the service brings along: every production package of the lock file with its licence and whether its maintainers advise against it
 * or are funded. `--list` prints them all, with the age that the registry tells: the lock file knows no dates.
 */
const ALLOWED = [
  '(MIT OR CC0-1.0)',
  '(MPL-2.0 OR Apache-2.0)',
  '0BSD',
  'Apache-2.0',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
];
/** core-js prints a request for donations, node brings its program; npm runs no script that package.json does not allow. */
const KNOWN_SCRIPTS = ['core-js', 'core-js-pure', 'node'];

const { values } = parseArgs({ options: { list: { type: 'boolean', default: false } } });

function problemsOf(entry: ProductionPackage): string[] {
  const name = `${entry.name}@${entry.version}`;
  return [
    ...(ALLOWED.includes(entry.license ?? '') ? [] : [`${name}: the licence "${entry.license ?? 'none'}" is not among those we may use`]),
    ...(entry.integrity ? [] : [`${name}: the lock file has no checksum of it`]),
    ...(entry.deprecated ? [`${name}: its maintainers advise against it: ${entry.deprecated}`] : []),
    ...(entry.hasInstallScript && !KNOWN_SCRIPTS.includes(entry.name) ? [`${name}: it wants to run a script when it is installed`] : []),
  ];
}

function line(entry: ProductionPackage, releases: Releases | null): string {
  const age = releases ? `from ${releases.published}, newest release ${releases.newest}` : 'age not known: the registry did not answer';
  const name = `${entry.name}@${entry.version}`;
  return `${name.padEnd(44)} ${(entry.license ?? 'none').padEnd(17)} ${age}${entry.funding ? ', funded' : ''}`;
}

await runCheck('dependencies', async () => {
  const packages = productionPackages();
  if (values.list) {
    const releases = await findReleases(packages);
    console.log(packages.map((entry, index) => line(entry, releases[index] ?? null)).join('\n'));
  }
  const funded = packages.filter(({ funding }) => funding).length;
  const licences = new Set(packages.map(({ license }) => license)).size;
  return {
    problems: packages.flatMap(problemsOf),
    summary: `${packages.length} production packages under ${licences} licences, ${funded} with funded maintainers`,
  };
});
