import type { z } from 'zod';
import type { Tx } from '../../platform/postgres.ts';
import type { RecordObject } from '../people/schemas.ts';
import type { PanelTab, Readiness } from './schemas.ts';

/** Who looks at which record. */
export interface PanelVisit {
  orgId: string;
  viewerId: string;
  recordId: string;
  /** The people the record leads to; null when it is not known that the viewer may see the record. */
  personIds: string[] | null;
  readiness: Readiness;
  now: Date;
}

/** One tab of the panel, brought by the feature whose things it shows. */
export interface PanelTabDefinition<Content = unknown> {
  name: string;
  /** Smaller ones stand further to the front. */
  order: number;
  objects: readonly RecordObject[];
  /** The shape of what it shows, which its own route answers with too. */
  content: z.ZodType<Content>;
  /** How many things it has, or null for a tab that says no number. */
  count: (tx: Tx, visit: PanelVisit) => Promise<number | null>;
  /** Whether it stands there now, for a record of its kinds. */
  isShown: (visit: PanelVisit, count: number | null) => boolean;
  /** Asked instead of `count` where it is the first tab. */
  open: (tx: Tx, visit: PanelVisit) => Promise<{ count: number | null; content: Content }>;
}

export interface TabCatalogue {
  registerPanelTab<Content>(tab: PanelTabDefinition<Content>): void;
  /** All that were registered, in their order. */
  definitions(): readonly PanelTabDefinition[];
  /** The tabs of a record, each with its count, and the first with what it shows. */
  tabsFor(tx: Tx, objectName: RecordObject, visit: PanelVisit): Promise<PanelTab[]>;
}

export function createTabCatalogue(): TabCatalogue {
  const definitions: PanelTabDefinition[] = [];
  return {
    registerPanelTab(tab) {
      if (definitions.some(({ name }) => name === tab.name)) throw new Error(`The panel's tab ${tab.name} is registered twice.`);
      definitions.push(tab);
      definitions.sort((a, b) => a.order - b.order);
    },
    definitions: () => definitions,
    async tabsFor(tx, objectName, visit) {
      const left = definitions.filter(({ objects }) => objects.includes(objectName));
      const first = await openFirst(tx, left, visit);
      if (!first) return [];
      const others = await Promise.all(
        left.map(async (tab) => {
          const count = await tab.count(tx, visit);
          return tab.isShown(visit, count) ? [{ name: tab.name, count, content: null }] : [];
        }),
      );
      return [first, ...others.flat()];
    },
  };
}

/** Takes tabs from the front of `left` up to one that is shown, and opens that one. */
async function openFirst(tx: Tx, left: PanelTabDefinition[], visit: PanelVisit): Promise<PanelTab | null> {
  for (let tab = left.shift(); tab; tab = left.shift()) {
    const { count, content } = await tab.open(tx, visit);
    if (tab.isShown(visit, count)) return { name: tab.name, count, content };
  }
  return null;
}
