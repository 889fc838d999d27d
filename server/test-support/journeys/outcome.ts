import { until } from '../until.ts';
import type { World } from '../../local-world/world.ts';
import { ORG_ID, RAE } from './cast.ts';

/** What really happened, asked of the simulators and not of the service. */

/** The messages in a mailbox of the outside world, exactly as they arrived. */
export async function deliveredTo(world: Pick<World, 'urls'>, address: string): Promise<Buffer[]> {
  const answer = await fetch(`${world.urls.prospect}/sim/mailboxes/${encodeURIComponent(address)}/messages`);
  if (!answer.ok) return [];
  const { messages } = (await answer.json()) as { messages: { raw: string }[] };
  return messages.map(({ raw }) => Buffer.from(raw, 'base64'));
}

/** The messages in the Sent folder of a rep's own mailbox. */
export async function inSent(vendorUrl: string, address: string): Promise<Buffer[]> {
  const answer = await fetch(`${vendorUrl}/sim/mailboxes/${encodeURIComponent(address)}/messages?folder=sent`);
  const { messages } = (await answer.json()) as { messages: { raw: string }[] };
  return messages.map(({ raw }) => Buffer.from(raw, 'base64'));
}

export interface TimelineItem {
  subject: string;
  isClosed: boolean;
  owner: { name: string } | null;
}

/** The activities of a record in Salesforce, as soon as they are what is waited for. */
export async function timelineOf(
  world: Pick<World, 'urls'>,
  recordId: string,
  isWanted: (items: TimelineItem[]) => boolean = () => true,
): Promise<TimelineItem[]> {
  const login = await fetch(`${world.urls.salesforce}/sim/login?as=${RAE.id}&to=/`, { redirect: 'manual' });
  const cookie = login.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return until(`the timeline of ${recordId} is as expected`, async () => {
    const answer = await fetch(`${world.urls.salesforce}/sim/timeline/${recordId}`, { headers: { cookie } });
    const { activities } = (await answer.json()) as { activities: TimelineItem[] };
    return isWanted(activities) ? activities : null;
  });
}

interface Task {
  Subject: string;
  Type: string;
  Status: string;
  MSE_Replied__c: boolean;
  MSE_Email_Status__c: string | null;
}

/** What follows several emails is collected for a while before it goes to Salesforce. */
const COLLECTED_WITHIN_MS = 60_000;

/** Every Task of the org, as soon as they are what is waited for. */
export function tasksOf(world: Pick<World, 'urls'>, isWanted: (tasks: Task[]) => boolean): Promise<Task[]> {
  return until(
    'the tasks in Salesforce are as expected',
    async () => {
      const answer = await fetch(`${world.urls.salesforce}/sim/orgs/${ORG_ID}/records/Task`);
      const { records } = (await answer.json()) as { records: Task[] };
      return isWanted(records) ? records : null;
    },
    { deadlineMs: COLLECTED_WITHIN_MS },
  );
}

/** Orders a switch of a simulator, such as taking a permission away. */
export async function order(url: string, path: string, body: object = {}): Promise<void> {
  const answer = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}: ${await answer.text()}`);
}
