import type { Tx } from '../../platform/postgres.ts';
import { factKey, reaction, type Reaction, type Fact } from '../facts/index.ts';
import { queueWrite } from '../salesforce-writes/index.ts';
import { findLoggedEmail, queueTaskOfSending } from './logged-email.ts';
import { replyWords } from './reply-words.ts';

/** What is set on the Task of an email later (SF-15). */
const REPLIED = { MSE_Replied__c: true };
const BOUNCED = { MSE_Email_Status__c: 'bounced' };

/** What Salesforce is told of emails: a sending and a reply become a Task each, what came back stands also on the Task of the sending. */
export const LOG_TO_SALESFORCE: readonly Reaction[] = [
  reaction('email_sent', queueTaskOfSending),
  reaction('email_replied', logReply),
  reaction('email_bounced', async (tx, orgId, fact) => {
    await changeTaskOfSending(tx, orgId, fact, BOUNCED);
  }),
];

/** SF-13: a reply is a Task of its own. It says who answered and when; the words stay in the mailbox. */
async function logReply(tx: Tx, orgId: string, fact: Fact<'email_replied'>): Promise<void> {
  const email = fact.sourceId ? await findLoggedEmail(tx, orgId, fact.sourceId) : null;
  if (!email) return;
  const { userId, personId, recordId, happenedAt } = fact;
  const { fromAddress, receivedAt } = fact.details;
  await Promise.all([
    queueWrite(tx, orgId, {
      userId,
      factId: fact.id,
      object: 'Task',
      mode: { kind: 'create' },
      personId,
      recordId,
      recordObject: email.recordObject,
      happenedAt,
      fields: {
        Subject: `Reply: ${email.subject}`,
        Description: replyWords(email, fromAddress, receivedAt),
        Type: 'Reply',
        // Of a Task of the kind Email, Salesforce says that its owner has sent it
        TaskSubtype: 'Task',
      },
    }),
    changeTaskOfSending(tx, orgId, fact, REPLIED),
  ]);
}

async function changeTaskOfSending(tx: Tx, orgId: string, fact: Fact, fields: Record<string, string | boolean>): Promise<void> {
  const { userId, personId, recordId, sourceId, happenedAt } = fact;
  if (!sourceId) return;
  await queueWrite(tx, orgId, {
    userId,
    factId: fact.id,
    object: 'Task',
    mode: { kind: 'update', ofFact: factKey('email_sent', sourceId) },
    personId,
    recordId,
    recordObject: null,
    happenedAt,
    fields,
  });
}
