import { createBulkEmails } from '../src/features/bulk-emails/index.ts';
import type { BulkWords } from '../src/features/bulk-emails/schemas.ts';
import { createDynamicFields } from '../src/features/dynamic-fields/index.ts';
import { findPeople, type LookUpPeople } from '../src/features/people/index.ts';
import type { Clock } from '../src/platform/clock.ts';
import { inOrg, type Pool } from '../src/platform/postgres.ts';

export type SendToMany = (orgId: string, userId: string, personIds: string[], words: Partial<BulkWords>) => Promise<void>;

/** An email to many people as a rep writes and sends it, in a world without Salesforce whose people are all known. */
export function createSendToMany({ pool, clock }: { pool: Pool; clock: Clock }): SendToMany {
  const nobody = (): Promise<never> => Promise.reject(new Error('Every person of this world is known.'));
  const lookUpPeople: LookUpPeople = (orgId, userId, ids) => inOrg(pool, orgId, (tx) => findPeople(tx, orgId, userId, ids));
  const { fillEach } = createDynamicFields({ pool, clock, openSalesforce: nobody });
  const takesLargeEmails = (): Promise<boolean> => Promise.resolve(true);
  const use = { pool, clock, lookUpPeople, peopleOfRecord: nobody, fillEach, takesLargeEmails };
  const { changeBulkEmail, sendBulkEmail } = createBulkEmails(use);
  return async function sendToMany(orgId, userId, personIds, words) {
    const id = await changeBulkEmail.create(orgId, userId, { recordId: null, personIds });
    const whole = {
      subject: '',
      bodyHtml: '',
      identityId: null,
      templateId: null,
      schedule: null,
      attachmentIds: [],
      version: null,
      ...words,
    };
    const { version } = await changeBulkEmail.saveWords(orgId, userId, id, whole);
    const { accepted } = await sendBulkEmail(orgId, userId, id, version);
    if (accepted !== personIds.length) throw new Error(`${String(accepted)} of ${String(personIds.length)} were accepted`);
  };
}
