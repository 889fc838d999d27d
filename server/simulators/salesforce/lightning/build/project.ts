import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const SCRIPT_OF_BUNDLE = /\/lwc\/([^/]+)\/\1\.(ts|js|css)$/;
const PREFERENCE = ['ts', 'js', 'css'];

/** The SFDX project as the page needs it: bundles and metadata found by their metadata folder, whatever feature they are in. */
export interface Project {
  /** Absolute path of force-app. */
  root: string;
  /** Bundle name to its entry script; TypeScript wins over the JavaScript emitted from it. */
  bundles: Map<string, string>;
  /** Absolute path of the file whose path ends with this, for example `classes/PanelToken.cls`. */
  find: (ending: string) => string | undefined;
  /** Absolute paths of all files that end with this. */
  all: (ending: string) => string[];
  /** Changes when anything that reaches the page changes. */
  key: string;
}

/** Reads the tree below `root` once. A project without any file is an empty project, not an error. */
export function readProject(root: string): Project {
  const files = listFiles(root);
  const sources = new Set(files);
  const isEmitted = (file: string) =>
    (/\/lwc\/.*\.js$/.test(file) && sources.has(file.replace(/js$/, 'ts'))) ||
    // made from a library
    (/\/staticresources\/[^/]*\.js$/.test(file) && sources.has(path.join(path.dirname(file), '../library/index.ts')));
  const relevant = files.filter((file) => !isEmitted(file));

  const bundles = new Map<string, string>();
  for (const extension of PREFERENCE) {
    for (const file of relevant) {
      const match = SCRIPT_OF_BUNDLE.exec(file);
      if (match?.[1] && match[2] === extension && !bundles.has(match[1])) bundles.set(match[1], file);
    }
  }
  const key = createHash('sha256');
  for (const file of relevant) key.update(file).update('\0').update(readFileSync(file)).update('\0');
  return {
    root,
    bundles,
    find: (ending) => relevant.find((file) => file.endsWith(`/${ending}`)),
    all: (ending) => relevant.filter((file) => file.endsWith(ending)),
    key: key.digest('hex'),
  };
}

/** Files below a folder, sorted, without tests. Answers nothing for a folder that does not exist. */
export function listFiles(root: string): string[] {
  try {
    return readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .filter((file) => !file.includes('/__tests__/') && !file.includes('/node_modules/'))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** The text between the first pair of these tags, entities resolved; undefined when the tag is not there. */
export function xmlText(xml: string, tag: string): string | undefined {
  const text = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(xml)?.[1];
  return text === undefined ? undefined : unescapeXml(text.trim());
}

/** The inside of every element of this name, in document order. */
export function xmlElements(xml: string, tag: string): string[] {
  return [...xml.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'))].map((match) => match[1] ?? '');
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
function unescapeXml(text: string) {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(lt|gt|quot|apos|amp));/gi, (_, decimal?: string, hex?: string, name?: string) =>
    name ? (ENTITIES[name.toLowerCase()] ?? '') : String.fromCodePoint(decimal ? Number(decimal) : parseInt(hex ?? '0', 16)),
  );
}
