import { globSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ERROR_SENTENCES } from '../src/platform/error-catalogue/index.ts';
import { readProjectFile } from './bundles.ts';
import { readLabels } from './label-rules.ts';
import { projectRoot, runCheck } from './run-check.ts';
import { catalogueProblems, type Catalogue } from './catalogue-rules.ts';
import { readTranslation, translationProblems } from './translation-rules.ts';

const LABELS = 'force-app/main/shared/labels/CustomLabels.labels-meta.xml';
/** What docs/translations.md promises. */
const LANGUAGES = ['de', 'es', 'fr', 'ja', 'pt_BR'];

function find(pattern: string) {
  return globSync(pattern, { cwd: fileURLToPath(projectRoot) }).sort();
}

/** The texts of the service, by the folder that they stand in: pages and letters, what features say of a failure, and the codes. */
async function readCatalogues(): Promise<[string, Catalogue | undefined][]> {
  const files = find('server/src/**/{words,error-words}/index.ts');
  const read = files.map(async (file): Promise<[string, Catalogue | undefined]> => {
    const words = (await import(new URL(file, projectRoot).href)) as { CATALOGUE?: Catalogue };
    return [dirname(file).slice('server/src/'.length), words.CATALOGUE];
  });
  return [['platform/error-catalogue', ERROR_SENTENCES], ...(await Promise.all(read))];
}

await runCheck('translations', async () => {
  const source = {
    labels: readLabels(readProjectFile(LABELS)),
    tabs: find('force-app/**/*.tab-meta.xml').map((file) => basename(file, '.tab-meta.xml')),
  };
  const files = find('force-app/**/*.translation-meta.xml');
  const translations = files.map((file) => readTranslation(basename(file, '.translation-meta.xml'), readProjectFile(file)));
  const missing = LANGUAGES.filter((language) => !translations.some((translation) => translation.language === language));
  const catalogues = await readCatalogues();
  const texts = catalogues.reduce((sum, [, catalogue]) => sum + Object.keys(catalogue?.['en'] ?? {}).length, 0);
  const problems = [
    ...missing.map((language) => `there is no translation into ${language}`),
    ...translations.flatMap((translation) => translationProblems(source, translation)),
    ...catalogues.flatMap(([folder, catalogue]) =>
      catalogue ? catalogueProblems(catalogue).map((problem) => `${folder}, ${problem}`) : [`${folder}: index.ts exports no CATALOGUE`],
    ),
  ];
  return { problems, summary: `${source.labels.length} labels and ${texts} texts of the service in ${translations.length} languages` };
});
