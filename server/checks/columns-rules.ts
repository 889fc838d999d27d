import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot, type Finding } from './run-check.ts';

const ROOT = fileURLToPath(projectRoot);
/** As Prettier's `printWidth`, which breaks neither strings nor SQL nor comments. */
const COLUMNS = 140;
/** Generated from the service's OpenAPI document. */
const GENERATED = 'force-app/types/service.d.ts';

/** A regular expression cannot be broken. In these files a line that holds nothing else may be longer. */
const LONG_EXPRESSIONS = [
  'server/simulators/microsoft/message-input.ts',
  'server/src/features/reply-tracking/classify/bounce-words.ts',
  'server/src/features/reply-tracking/classify/mail-system.ts',
  'server/src/features/reply-tracking/classify/report-words.ts',
  'server/src/features/reply-tracking/classify/text-report.ts',
  'server/test-support/html-task.ts',
];

/** Holds code, components and the functions of the database to lines that a window shows to their end. */
export function checkColumns(): Finding {
  const top = readdirSync(ROOT).filter((file) => /\.(?:js|mjs|ts)$/.test(file));
  const below = ['server', 'force-app'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)),
  );
  const files = [...top, ...filesToHold(below)];
  const problems = files.flatMap((file) => longLines(readFileSync(path.join(ROOT, file), 'utf8'), file));
  return { problems, summary: `${files.length} files` };
}

/** Those of the files that are written by hand. Numbered migrations are left out, because they never change. */
export function filesToHold(files: readonly string[]): string[] {
  const there = new Set(files);
  return files.filter((file) => {
    if (file === GENERATED || file.includes('node_modules/')) return false;
    if (file.endsWith('.sql')) return file.startsWith('server/migrations/functions/');
    if (/\.(?:html|css)$/.test(file)) return file.startsWith('force-app/');
    // Made from a library beside it
    if (/\/staticresources\/[^/]*\.js$/.test(file)) return false;
    // tsc emits the JavaScript of a component beside its TypeScript
    if (file.endsWith('.js')) return !there.has(file.replace(/\.js$/, '.ts'));
    return /\.(?:ts|mjs)$/.test(file);
  });
}

/** A sentence for each line that is too long. */
export function longLines(text: string, file: string): string[] {
  return text.split('\n').flatMap((line, index) => {
    const width = Array.from(line).length;
    if (width <= COLUMNS || (LONG_EXPRESSIONS.includes(file) && /^\s*\/.+\/[a-z]*[;,]?$/.test(line))) return [];
    return [`${file}:${index + 1}: ${width} columns, at most ${COLUMNS} are allowed.`];
  });
}
