import { readFileSync } from 'node:fs';
import { bundleStaticResource, findStaticResources } from '../../../checks/static-resources.ts';
import { readProject } from './build/project.ts';

const made = new Map<string, Promise<Uint8Array>>();

/**
 * The content of a static resource, undefined when the project has none of this name. What is made from a library is made from its sources,
 * once for each state of the project (`key`), so that the page never runs an old one.
 */
export async function readStaticResource(forceApp: string, name: string, key: string): Promise<Uint8Array | undefined> {
  const fromLibrary = findStaticResources(forceApp).find((resource) => resource.name === name);
  if (!fromLibrary) {
    const files = readProject(forceApp).all('');
    const file = files.find((one) => one.includes(`/staticresources/${name}.`) && !one.endsWith('.resource-meta.xml'));
    return file === undefined ? undefined : readFileSync(file);
  }
  const wanted = `${key} ${fromLibrary.entry}`;
  const code = made.get(wanted) ?? bundleStaticResource(fromLibrary);
  made.set(wanted, code);
  return code;
}
