import type { Person, RecordObject } from '../people/schemas.ts';
import type { ActionReason, SalesAction } from './schemas.ts';

/** What an action may look at to say whether it can be used. */
export interface ActionSituation {
  record: { objectName: RecordObject };
  people: readonly Person[];
  mailboxState: 'connected' | 'reconnect_required' | 'disconnected' | null;
}

/** One entry of the panel's menu, brought by the feature that does it. */
export interface SalesActionDefinition {
  name: string;
  group: SalesAction['group'];
  /** Smaller ones stand higher in their group. */
  order: number;
  /** Whom it reaches on each kind of record; on kinds that are not named it is absent. */
  reachOn: Readonly<Partial<Record<RecordObject, SalesAction['reach']>>>;
  /** Why it cannot be used now, or null. */
  check: (situation: ActionSituation) => ActionReason | null;
}

export interface ActionCatalogue {
  registerSalesAction(action: SalesActionDefinition): void;
  /** Of all that were registered. */
  names(): string[];
  /** The menu of a record: what cannot be used now is there with its reason (P14). */
  actionsFor(situation: ActionSituation): SalesAction[];
}

const GROUPS: readonly SalesAction['group'][] = ['email', 'campaigns', 'follow_up', 'watch'];

export function createActionCatalogue(): ActionCatalogue {
  const actions: SalesActionDefinition[] = [];
  return {
    registerSalesAction(action) {
      if (actions.some(({ name }) => name === action.name)) throw new Error(`The sales action ${action.name} is registered twice.`);
      actions.push(action);
      actions.sort((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || a.order - b.order);
    },
    names: () => actions.map(({ name }) => name),
    actionsFor: (situation) =>
      actions.flatMap(({ name, group, reachOn, check }) => {
        const reach = reachOn[situation.record.objectName];
        if (!reach) return [];
        const reason = check(situation);
        return [{ name, group, reach, enabled: reason === null, reason }];
      }),
  };
}
