import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readProjectFile } from './bundles.ts';
import { readLabels } from './label-rules.ts';
import { projectRoot, runCheck } from './run-check.ts';
import { readTranslation, translationProblems } from './translation-rules.ts';

const LABELS = 'force-app/main/shared/labels/CustomLabels.labels-meta.xml';
/** What docs/translations.md promises. */
const LANGUAGES = ['de', 'es', 'fr', 'ja', 'pt_BR'];

function find(pattern: string) {
  return globSync(pattern, { cwd: fileURLToPath(projectRoot) }).sort();
}

await runCheck('translations', () => {
  const source = {
    labels: readLabels(readProjectFile(LABELS)),
    tabs: find('force-app/**/*.tab-meta.xml').map((file) => basename(file, '.tab-meta.xml')),
  };
  const files = find('force-app/**/*.translation-meta.xml');
  const translations = files.map((file) => readTranslation(basename(file, '.translation-meta.xml'), readProjectFile(file)));
  const missing = LANGUAGES.filter((language) => !translations.some((translation) => translation.language === language));
  const problems = [
    ...missing.map((language) => `there is no translation into ${language}`),
    ...translations.flatMap((translation) => translationProblems(source, translation)),
  ];
  return { problems, summary: `${source.labels.length} labels in ${translations.length} languages` };
});
