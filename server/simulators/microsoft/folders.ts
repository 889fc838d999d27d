import { FOLDERS, type Folder } from './entities.ts';
import { itemNotFound } from './graph-error.ts';

/** Graph's own ids of the folders; their well-known names are taken too. */
export function folderId(folder: string): string {
  return `AQMkADhm${Buffer.from(folder).toString('base64url')}AAA=`;
}

/** The folder of that well-known name or id. Throws GraphError. */
export function findFolder(nameOrId: string): Folder {
  const folder = FOLDERS.find((candidate) => candidate === nameOrId.toLowerCase() || folderId(candidate) === nameOrId);
  if (!folder) throw itemNotFound();
  return folder;
}
