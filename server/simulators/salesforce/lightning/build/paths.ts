import { existsSync } from 'node:fs';
import path from 'node:path';

const here = import.meta.dirname;

/** The repository. */
export const root = findUp('package.json');
export const forceAppDir = path.join(root, 'force-app/main');
/** Our own browser modules: the platform's modules that no package brings, and the pages. */
export const modulesDir = path.join(here, '../modules');
export const nodeModulesDir = path.join(root, 'node_modules');
export const baseComponentsDir = path.join(nodeModulesDir, 'lightning-base-components');
/** Where builds are kept, unless a caller says otherwise. */
export const defaultOutDir = path.join(root, '.local/lightning');

function findUp(file: string): string {
  let folder = here;
  while (!existsSync(path.join(folder, file))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error(`No ${file} was found in the folders above ${here}.`);
    folder = parent;
  }
  return folder;
}
