import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot, type Finding } from './run-check.ts';

const ROOT = fileURLToPath(projectRoot);
/** What a path in the docs begins with when it is meant from the root of the project. */
const FROM_ROOT = /^(?:server|force-app|docs|\.github|\.ci)\//;
/** A file of the project by the end of its path, or a folder of the service without `server/src`. */
const BY_ITS_END = /^(?:[\w.-]+\/)*[\w.-]+\.(?:ts|mjs|sql|cls|yml|txt)$|^(?:features|providers|platform|simulators)\/[\w/-]+$/;

/** More words than this nobody keeps in mind. */
const MOST_TERMS = 40;

/** Holds the pages for readers to the project: commands, paths and links that they name are there. Counts the terms of the glossary. */
export function checkDocs(): Finding {
  const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  const docs = readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
  const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...docs.map((file) => path.join('docs', file))];
  const isThere = (file: string): boolean => existsSync(path.join(ROOT, file));
  const files = ['server', 'force-app', '.github', '.ci'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)),
  );
  const project = { scripts: Object.keys(scripts), isThere, files };
  const problems = pages.flatMap((page) => docsProblems(readFileSync(path.join(ROOT, page), 'utf8'), page, project));
  const glossary = readFileSync(path.join(ROOT, 'docs/glossary.md'), 'utf8');
  return { problems: [...problems, ...glossaryProblems(glossary)], summary: `${String(pages.length)} pages` };
}

/**
 * What a page names and the project does not have: scripts, links, and paths in backticks and code. Paths with a wildcard or a placeholder
 * are left out.
 */
export function docsProblems(
  text: string,
  page: string,
  { scripts, isThere, files }: { scripts: readonly string[]; isThere: (file: string) => boolean; files: readonly string[] },
): string[] {
  const commands = [...text.matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name = '']) => name).filter((name) => !name.endsWith(':'));
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)].map(([, file = '']) => path.join(path.dirname(page), file));
  const words = [...text.matchAll(/```[^\n]*\n([^]*?)```|`([^`\n]+)`/g)].flatMap(([, block, span]) =>
    (block ?? span ?? '').split(/[\s'"]+/),
  );
  const named = words.filter((word) => !/[*<>{}…]|NNNN/.test(word));
  const paths = named.filter((word) => FROM_ROOT.test(word));
  const ends = named.filter((word) => !FROM_ROOT.test(word) && BY_ITS_END.test(word));
  const isAnEnd = (end: string): boolean => files.some((file) => `/${file}/`.includes(`/${end}/`));
  return [
    ...commands.filter((name) => !scripts.includes(name)).map((name) => `${page}: package.json has no script "${name}".`),
    ...[...[...links, ...paths].filter((file) => !isThere(file)), ...ends.filter((end) => !isAnEnd(end))].map(
      (file) => `${page}: ${file} is not there.`,
    ),
  ];
}

/** A sentence when the glossary has more terms than it may. Its tables have one term a row, under a row `Term` and a row of dashes. */
export function glossaryProblems(text: string): string[] {
  const rows = [...text.matchAll(/^\| (?!Term |-)/gm)].length;
  if (rows <= MOST_TERMS) return [];
  return [`docs/glossary.md: ${String(rows)} terms, at most ${String(MOST_TERMS)} are allowed. Fold one into another.`];
}
