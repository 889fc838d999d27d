import type { Pool } from '../../platform/postgres.ts';
import { classicOriginsOf, lightningOfVisualforce, type ClassicOrigins } from '../../providers/salesforce/index.ts';
import { isLocal } from './local-origins.ts';
import { isRegisteredOrigin } from './repository.ts';

/** In a local world, the Visualforce pages of `http://initech.localhost:3001` are at `http://initech--c.vf.localhost:3001`. */
const LOCAL_VISUALFORCE = /^([a-z0-9-]+)--c\.vf\.localhost$/;

export type IsPanelOrigin = (origin: string) => Promise<boolean>;

/**
 * Whether a browser may call from this origin: the Lightning origin of a registered org, or the one Visualforce origin that Salesforce
 * gives our pages in the same org. Nothing is matched by a pattern that a second org could have: the Visualforce origin is turned into its
 * Lightning origin, and that has to be registered, letter by letter.
 */
export function createIsPanelOrigin({ pool, extraOrigins }: { pool: Pool; extraOrigins: readonly string[] }): IsPanelOrigin {
  return async function isPanelOrigin(origin) {
    return isRegisteredOrigin(pool, lightningOfVisualforce(origin) ?? localLightningOf(origin, extraOrigins) ?? origin);
  };
}

/**
 * Who may show something of ours in a frame: the Lightning pages of the org, and for Salesforce Classic our Visualforce page and the record
 * page around it. A browser asks for all of them, because each page around a frame has to be allowed.
 */
export function frameOrigins(lightningOrigin: string, extraOrigins: readonly string[]): string[] {
  const classic = classicOriginsOf(lightningOrigin) ?? localClassicOf(lightningOrigin, extraOrigins);
  return [...new Set([lightningOrigin, ...(classic ? [classic.visualforce, classic.myDomain] : [])])];
}

function localLightningOf(origin: string, extraOrigins: readonly string[]): string | null {
  const url = URL.canParse(origin) ? new URL(origin) : null;
  const name = url?.origin === origin && LOCAL_VISUALFORCE.exec(url.hostname)?.[1];
  if (!name) return null;
  const lightning = `${url.protocol}//${name === 'localhost' ? name : `${name}.localhost`}:${url.port}`;
  return URL.canParse(lightning) && isLocal(new URL(lightning), extraOrigins) ? lightning : null;
}

function localClassicOf(lightningOrigin: string, extraOrigins: readonly string[]): ClassicOrigins | null {
  const url = new URL(lightningOrigin);
  if (!isLocal(url, extraOrigins)) return null;
  const [name = ''] = url.hostname.split('.');
  return { visualforce: `${url.protocol}//${name}--c.vf.localhost:${url.port}`, myDomain: url.origin };
}
