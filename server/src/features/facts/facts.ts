import type { Tx } from '../../platform/postgres.ts';
import { factKey, type Fact, type FactKind } from './kinds.ts';
import { insertFact, type NewFact } from './repository.ts';

/**
 * What follows from a fact of one kind, in its transaction. It may run twice for one fact, with the same end. When it fails, the fact is
 * not kept either, and whoever recorded it tries again; what may fail by itself, such as a call to a vendor, is a job that the reaction
 * adds.
 */
export interface Reaction {
  on: FactKind;
  react: (tx: Tx, orgId: string, fact: Fact) => Promise<void>;
}

/** Records what happened, with all that follows from it. */
export interface Facts {
  /**
   * Adds a fact and what follows from it, in the caller's transaction. Null, and nothing is done, when a fact of its key is there already.
   */
  record<Kind extends FactKind>(tx: Tx, orgId: string, fact: NewFact<Kind>): Promise<Fact<Kind> | null>;
  /** What follows from a fact that the caller has just added by a statement of its own (`record_fact`). */
  follow(tx: Tx, orgId: string, fact: Fact): Promise<void>;
}

/** A fact about no person and no record. It says nothing more, and can happen often. */
export function factOfUser(
  kind: KindOfUser,
  { userId, sourceId, at }: { userId: string; sourceId: string | null; at: Date },
): NewFact<KindOfUser> {
  return { kind, key: factKey(kind), userId, personId: null, recordId: null, sourceId, happenedAt: at, details: {} };
}
type KindOfUser =
  | 'mailbox_connected'
  | 'delivery_channel_connected'
  | 'salesforce_connected'
  | 'mailbox_reconnect_required'
  | 'salesforce_reconnect_required'
  | 'limits_changed'
  | 'salesforce_user_inactive'
  | 'org_stopped';

/** On this kind of fact do this. */
export function reaction<Kind extends FactKind>(on: Kind, react: (tx: Tx, orgId: string, fact: Fact<Kind>) => Promise<void>): Reaction {
  // Only facts of its own kind come to it
  return { on, react: react as Reaction['react'] };
}

/** `reactions`: all there are, of all features. */
export function createFacts(reactions: readonly Reaction[]): Facts {
  const byKind = Map.groupBy(reactions, ({ on }) => on);

  async function follow(tx: Tx, orgId: string, fact: Fact): Promise<void> {
    // Asked together they travel together
    await Promise.all((byKind.get(fact.kind) ?? []).map(({ react }) => react(tx, orgId, fact)));
  }

  return {
    follow,
    async record(tx, orgId, fact) {
      const id = await insertFact(tx, orgId, fact);
      if (!id) return null;
      const recorded = { ...fact, id };
      await follow(tx, orgId, recorded);
      return recorded;
    },
  };
}
