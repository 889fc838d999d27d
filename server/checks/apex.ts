import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EventType, LogLevel, Workspace, type LogEvent } from '@salesforce/code-analyzer-engine-api';
import { PmdCpdEnginesPlugin } from '@salesforce/code-analyzer-pmd-engine';
import { findJava } from '../test-support/machine.ts';
import { projectRoot, runCheck } from './run-check.ts';

const root = fileURLToPath(projectRoot);
const jars = join(dirname(createRequire(import.meta.url).resolve('@salesforce/code-analyzer-pmd-engine')), 'java-lib');

/** apex-ls answers 4 when it found errors and 0 when not; anything else is a crash. */
const FOUND_ERRORS = 4;

/** `issue_refuses_whenPermissionIsMissing` says more than camel case, and a test about a setting needs no user of its own. */
const NOT_FOR_TESTS = new Set(['MethodNamingConventions', 'ApexUnitTestClassShouldHaveRunAs']);

/** Types, methods, fields and labels, as the platform would resolve them. */
function semanticProblems(java: string, workspace: string): string[] {
  const { status, stdout, stderr, error } = spawnSync(
    java,
    ['-cp', join(jars, '*'), 'io.github.apexdevtools.apexls.CheckForIssues', '-n', '-d', 'warnings', '-w', workspace],
    { encoding: 'utf8' },
  );
  if (error) throw error;
  if (status !== 0 && status !== FOUND_ERRORS) throw new Error(`apex-ls stopped with ${String(status)}: ${stderr || stdout}`);
  // A line with a path, then a line for each thing found in that file
  let file = '';
  return stdout.split('\n').flatMap((line) => {
    if (!line.startsWith(`${workspace}/`)) return line.trim() === '' ? [] : [`${file}: ${line}`];
    file = line.replace(`${workspace}/`, '');
    return [];
  });
}

/** The rules of PMD that Salesforce's own Code Analyzer recommends for Apex and Visualforce. */
async function rulesBroken(java: string, workspace: string, workingFolder: string): Promise<string[]> {
  const engine = await new PmdCpdEnginesPlugin().createEngine('pmd', {
    java_command: java,
    rule_languages: ['apex', 'visualforce'],
    file_extensions: {
      apex: ['.cls', '.trigger'],
      html: [],
      javascript: [],
      typescript: [],
      visualforce: ['.page', '.component'],
      xml: [],
    },
    java_classpath_entries: [],
    custom_rulesets: [],
  });
  const crashes: string[] = [];
  engine.onEvent<LogEvent>(EventType.LogEvent, (event) => {
    if (event.logLevel === LogLevel.Error) crashes.push(event.message);
  });
  const scope = { workspace: new Workspace('apex', [join(workspace, 'force-app')]), workingFolder, logFolder: workingFolder };
  const rules = await engine.describeRules(scope);
  const recommended = rules
    .filter(({ tags }) => tags.includes('Recommended') && (tags.includes('Apex') || tags.includes('Visualforce')))
    .map(({ name }) => name);
  const { violations } = await engine.runRules(recommended, scope);
  const isMeant = (ruleName: string, file = '') => !(file.endsWith('Test.cls') && NOT_FOR_TESTS.has(ruleName));
  return [
    ...crashes,
    ...violations
      .filter(({ ruleName, codeLocations: [place] }) => isMeant(ruleName, place?.file))
      .map(({ ruleName, message, codeLocations: [place] }) => {
        const file = (place?.file ?? '').replace(`${workspace}/`, '');
        return `${file}:${place?.startLine ?? 0} ${ruleName}: ${message}`;
      }),
  ];
}

await runCheck('apex', async () => {
  const java = findJava();
  if (java === null) {
    const missing = 'no Java was found (apt-get install default-jre-headless)';
    return process.env['CI'] === 'true'
      ? { problems: [missing], summary: 'nothing was looked at' }
      : { problems: [], summary: '', skipped: missing };
  }
  // A copy of its own: apex-ls walks into node_modules, where other projects' classes lie
  const workspace = mkdtempSync(join(tmpdir(), 'msi-apex-'));
  const workingFolder = mkdtempSync(join(tmpdir(), 'msi-pmd-'));
  try {
    for (const path of ['force-app', 'sfdx-project.json', '.forceignore'])
      cpSync(join(root, path), join(workspace, path), { recursive: true, filter: (source) => !/\/lwc(\/|$)/.test(source) });
    const semantic = semanticProblems(java, workspace);
    const broken = await rulesBroken(java, workspace, workingFolder);
    return { problems: [...semantic, ...broken], summary: 'apex-ls, and the recommended rules of PMD for Apex and Visualforce' };
  } finally {
    rmSync(workspace, { recursive: true, force: true });
    rmSync(workingFolder, { recursive: true, force: true });
  }
});
