import { globSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot } from './run-check.ts';

const root = fileURLToPath(projectRoot);

/** One Lightning web component as it lies in the tree. Paths are relative to the project's root. */
export interface Bundle {
  name: string;
  folder: string;
  /** File names inside the bundle that the platform's compiler reads, TypeScript left out. */
  files: string[];
  typescript: string[];
}

/** All bundles under force-app, sorted by name. A bundle is a folder with a `<name>.js-meta.xml` or a source of its own name. */
export function findBundles(): Bundle[] {
  const folders = new Set(globSync('force-app/**/lwc/*/*.{ts,js,html,css,xml}', { cwd: root }).map((file) => dirname(file)));
  return [...folders]
    .map((folder) => ({
      name: basename(folder),
      folder,
      files: globSync('*.{js,html,css}', { cwd: join(root, folder) }).sort(),
      typescript: globSync('*.ts', { cwd: join(root, folder), exclude: (file) => file.endsWith('.d.ts') }).sort(),
    }))
    .sort((one, other) => one.name.localeCompare(other.name));
}

/** Reads a file of the project by its path from the root. */
export function readProjectFile(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** The files of a folder whose paths below it match, with their texts. Both paths have slashes. */
export function readAll(folder: string, name: RegExp): { file: string; text: string }[] {
  const root = fileURLToPath(new URL(folder, projectRoot));
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(sep).join('/'))
    .filter((file) => name.test(file))
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
}
