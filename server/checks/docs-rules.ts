import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot, type Finding } from './run-check.ts';

const ROOT = fileURLToPath(projectRoot);
/** What a path in the docs begins with when it is meant from the root of the project. */
const FROM_ROOT = /^(?:server|force-app|docs|\.github|\.ci)\//;

/** Holds the pages for readers to the project: commands, paths and links that they name are there. */
export function checkDocs(): Finding {
  const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  const docs = readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
  const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...docs.map((file) => path.join('docs', file))];
  const isThere = (file: string): boolean => existsSync(path.join(ROOT, file));
  const problems = pages.flatMap((page) =>
    docsProblems(readFileSync(path.join(ROOT, page), 'utf8'), page, { scripts: Object.keys(scripts), isThere }),
  );
  return { problems, summary: `${String(pages.length)} pages` };
}

/** What a page names and the project does not have. Paths with a wildcard or a placeholder are left out. */
export function docsProblems(
  text: string,
  page: string,
  { scripts, isThere }: { scripts: readonly string[]; isThere: (file: string) => boolean },
): string[] {
  const commands = [...text.matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name = '']) => name).filter((name) => !name.endsWith(':'));
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)].map(([, file = '']) => path.join(path.dirname(page), file));
  const words = [...text.matchAll(/```[^\n]*\n([^]*?)```|`([^`\n]+)`/g)].flatMap(([, block, span]) =>
    (block ?? span ?? '').split(/[\s'"]+/),
  );
  const paths = words.filter((word) => FROM_ROOT.test(word) && !/[*<>{}…]|NNNN/.test(word));
  return [
    ...commands.filter((name) => !scripts.includes(name)).map((name) => `${page}: package.json has no script "${name}".`),
    ...[...links, ...paths].filter((file) => !isThere(file)).map((file) => `${page}: ${file} is not there.`),
  ];
}
