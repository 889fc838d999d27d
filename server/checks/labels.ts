import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readProjectFile } from './bundles.ts';
import { hardCodedWords, labelProblems, readLabels, usedLabels } from './label-rules.ts';
import { projectRoot, runCheck } from './run-check.ts';

const LABELS = 'force-app/main/shared/labels/CustomLabels.labels-meta.xml';
function find(pattern: string) {
  return globSync(pattern, { cwd: fileURLToPath(projectRoot) }).filter((file) => !/__tests__|node_modules|force-app\/types/.test(file));
}

await runCheck('labels', () => {
  const labels = readLabels(readProjectFile(LABELS));
  const defined = new Set(labels.map(({ name }) => name));
  const used = new Set<string>();
  const problems = labelProblems(labels);

  for (const file of find('force-app/**/*.{ts,cls,xml,page,component}')) {
    if (file === LABELS) continue;
    for (const name of usedLabels(readProjectFile(file))) {
      used.add(name);
      if (!defined.has(name)) problems.push(`${file}: label ${name} does not exist`);
    }
  }
  problems.push(...[...defined].filter((name) => !used.has(name)).map((name) => `label ${name} is used nowhere`));

  const templates = find('force-app/**/{lwc/**/*.html,*.page,*.component}');
  for (const file of templates)
    problems.push(...hardCodedWords(readProjectFile(file)).map((words) => `${file}: ${words} must come from a label`));
  return { problems, summary: `${labels.length} labels, ${templates.length} templates` };
});
