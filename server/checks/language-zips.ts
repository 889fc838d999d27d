import { copyFileSync, globSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageZip } from './package-zip.ts';
import { projectRoot } from './run-check.ts';

const ENDING = '.translation-meta.xml';

/**
 * Writes dist/msi-actions-<language>.zip for each translation. An org refuses a language that it has not switched on, and with it all that
 * is deployed in the same step, so the package has none of them and each is deployed alone.
 */
export async function languageZips(): Promise<{ languages: string[]; problems: string[] }> {
  const root = fileURLToPath(projectRoot);
  const files = globSync(`force-app/**/*${ENDING}`, { cwd: root }).sort();
  const problems: string[] = [];
  for (const file of files) {
    const language = basename(file, ENDING);
    // outside the project, because its .forceignore leaves translations out
    const folder = mkdtempSync(join(tmpdir(), 'msi-language-'));
    try {
      mkdirSync(join(folder, 'translations'));
      copyFileSync(join(root, file), join(folder, 'translations', basename(file)));
      const { manifest } = await packageZip(folder, `msi-actions-${language}`);
      const isAlone = manifest.length === 1 && manifest[0]?.name === 'Translations' && manifest[0].members.join() === language;
      if (!isAlone) problems.push(`msi-actions-${language}.zip must hold the translation ${language} and nothing else`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return { languages: files.map((file) => basename(file, ENDING)), problems };
}
