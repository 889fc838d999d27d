import type { Clock } from '../../platform/clock.ts';
import type { Caller } from '../../platform/panel-caller.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import { objectOf, toLongId } from '../../providers/salesforce/index.ts';
import { findPeople, findRecordView, salesforceProblem, type OpenRecord, type RecordRead } from '../people/index.ts';
import type { ActionCatalogue } from './action-catalogue.ts';
import { findPanelUser } from './repository.ts';
import type { Panel, Readiness } from './schemas.ts';
import type { TabCatalogue } from './tab-catalogue.ts';

interface Dependencies {
  pool: Pool;
  clock: Clock;
  openRecord: OpenRecord;
  salesActions: Pick<ActionCatalogue, 'actionsFor' | 'refusedOn'>;
  panelTabs: Pick<TabCatalogue, 'tabsFor'>;
  findEmailConnection: (tx: Tx, orgId: string, userId: string) => Promise<Panel['emailConnection']>;
}

export type ShowPanel = (caller: Caller, recordId: string) => Promise<Panel>;

type Seen = { read: RecordRead; isLive: boolean } | { read: null; failure: ProviderError };

/**
 * Everything the panel shows first, in one answer. Before the rep is activated nothing of the record is read. When Salesforce fails the
 * panel shows what the rep saw last and says what is wrong; AppError only where there is neither anything to show nor a step for the rep
 * to take.
 */
export function createShowPanel(use: Dependencies): ShowPanel {
  return async function showPanel({ orgId, user, isInvited }, recordId) {
    if (!user) return notReady(isInvited ? 'not_activated' : 'not_invited');
    const id = toLongId(recordId);
    const [seen, me] = await Promise.all([
      look(use, orgId, user.id, id),
      inOrg(use.pool, orgId, async (tx) => ({
        ...(await findPanelUser(tx, orgId, user.id)),
        emailConnection: await use.findEmailConnection(tx, orgId, user.id),
      })),
    ]);
    const { read } = seen;
    const readiness = me.isStopped ? 'stopped' : (salesforceReadiness(seen) ?? mailboxReadiness(me.emailConnection));
    // What is colleagues' is shown only to whom Salesforce shows the record now
    const personIds = 'isLive' in seen && seen.isLive ? seen.read.people.map((person) => person.id) : null;
    const visit = { orgId, viewerId: user.id, recordId: id, personIds, readiness, now: use.clock.now() };
    const objectName = objectOf(id);
    const [tabs, refused] = await inOrg(use.pool, orgId, (tx) =>
      Promise.all([objectName ? use.panelTabs.tabsFor(tx, objectName, visit) : [], use.salesActions.refusedOn(tx, visit)]),
    );
    const isPerson = read?.record.objectName === 'Lead' || read?.record.objectName === 'Contact';
    return {
      record: read?.record ?? null,
      person: isPerson ? (read.people[0] ?? null) : null,
      people: read && !isPerson ? read.people : [],
      readiness,
      user: me.user,
      emailConnection: me.emailConnection,
      actions: read
        ? use.salesActions.actionsFor({ record: read.record, people: read.people, mailboxState: me.emailConnection?.state ?? null })
        : [],
      refused,
      tabs,
    };
  };
}

function notReady(readiness: Readiness): Panel {
  return { record: null, person: null, people: [], readiness, user: null, emailConnection: null, actions: [], refused: [], tabs: [] };
}

/** The record from Salesforce, else as the rep saw it last. A record that Salesforce does not show is AppError 404. */
async function look(use: Dependencies, orgId: string, userId: string, recordId: string): Promise<Seen> {
  try {
    return { read: await use.openRecord(orgId, userId, recordId), isLive: true };
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    if (error.kind === 'permission' || error.kind === 'not_found') throw salesforceProblem(error);
    if (repReadiness(error)) return { read: null, failure: error };
    const remembered = await inOrg(use.pool, orgId, async (tx) => {
      const view = await findRecordView(tx, orgId, userId, recordId);
      return view && { record: view.record, people: await findPeople(tx, orgId, userId, view.personIds) };
    });
    if (!remembered) throw salesforceProblem(error);
    return { read: remembered, isLive: false };
  }
}

/** What of Salesforce the rep or the admin must mend first; null when it is not theirs to mend. */
function repReadiness(error: ProviderError): Readiness | null {
  if (error.kind === 'admin_action') return 'api_disabled';
  return error.kind === 'reconnect_required' || error.kind === 'auth_expired' ? 'salesforce_disconnected' : null;
}

function salesforceReadiness(seen: Seen): Readiness | null {
  return 'failure' in seen ? repReadiness(seen.failure) : null;
}

function mailboxReadiness(connection: Panel['emailConnection']): Readiness {
  if (!connection || connection.state === 'disconnected') return 'mailbox_missing';
  return connection.state === 'reconnect_required' ? 'mailbox_reconnect_required' : 'ready';
}
