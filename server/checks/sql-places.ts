import type { Source } from './table-rules.ts';

const ONE_THING = 'the repository of one thing, which its name says';
const USE_CASE = 'one statement is the use case itself';
const PARTS = 'holds the parts that statements of its feature are made of';

/** Files of features that hold SQL and are no repository by their name, from `server/src/features`. docs/architecture.md has them too. */
export const SQL_ELSEWHERE: Readonly<Record<string, string>> = {
  'email-connections/mailbox-policy.ts': ONE_THING,
  'kill-switch/show-kill-switch.ts': USE_CASE,
  'reply-tracking/watch-lease.ts': ONE_THING,
  'responses/answered-emails.ts': ONE_THING,
  'responses/record-response.ts': USE_CASE,
  'responses/responses.ts': PARTS,
  'sales-emails/bounced-people.ts': USE_CASE,
  'sales-emails/email-to-follow.ts': ONE_THING,
  'sales-emails/find-rows.ts': PARTS,
  'sales-emails/find-sender-of.ts': USE_CASE,
  'sales-emails/logged-email.ts': ONE_THING,
  'sales-emails/own-drafts.ts': USE_CASE,
  'sales-emails/rows.ts': PARTS,
  'salesforce-writes/queue-write.ts': USE_CASE,
  'salesforce-writes/turn.ts': ONE_THING,
  'send-engine/attempts.ts': ONE_THING,
  'send-engine/cancel-waiting.ts': USE_CASE,
  'send-engine/email-briefs.ts': ONE_THING,
  'send-engine/give-back-place.ts': USE_CASE,
  'send-engine/hold-back.ts': USE_CASE,
  'send-engine/keep-wall-times.ts': USE_CASE,
  'send-engine/lane.ts': ONE_THING,
  'send-engine/queue-emails.ts': USE_CASE,
  'send-engine/queue-scheduled-emails.ts': USE_CASE,
  'send-engine/record-sent.ts': USE_CASE,
  'send-engine/resume-mailbox.ts': USE_CASE,
  'send-engine/settle-recipients.ts': USE_CASE,
  'send-engine/thread.ts': ONE_THING,
  'send-engine/transitions.ts': ONE_THING,
  'send-engine/waiting-emails.ts': ONE_THING,
  'sending-limits/place-history.ts': ONE_THING,
};

/** `client` and `salesforce` ask Salesforce, in its own language. */
const ASKS_THE_DATABASE = /\b(?:tx|pool)\.query\b/;

/** SQL of a feature that stands outside its repositories without a reason, and reasons that nothing needs any more. */
export function sqlPlaceProblems(sources: readonly Source[], allowed: Readonly<Record<string, string>>): string[] {
  const holders = sources
    .filter(({ file, text }) => file.startsWith('features/') && !file.endsWith('repository.ts') && ASKS_THE_DATABASE.test(text))
    .map(({ file }) => file.slice('features/'.length));
  return [
    ...holders
      .filter((file) => !(file in allowed))
      .map((file) => `${file} holds SQL. It stands in the repository.ts of the feature, or with a reason in sql-places.ts.`),
    ...Object.keys(allowed)
      .filter((file) => !holders.includes(file))
      .map((file) => `${file} holds no SQL. Take its line out of sql-places.ts.`),
  ];
}
