import { canonicalAddress } from '../../platform/canonical-address.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { allOrgIds } from '../../platform/secrets/index.ts';

interface Recipient {
  emailId: string;
  address: string;
}

/**
 * Brings addresses of recipients that SQL has kept as they were typed into the form in which addresses are compared, so that the emails
 * stand in the panel of those people. Answers with how many were rewritten. To be run with each release after the migrations; harmless
 * twice and while the service runs.
 */
export async function settleRecipients(pool: Pool): Promise<number> {
  let rewritten = 0;
  for (const orgId of await allOrgIds(pool))
    rewritten += await inOrg(pool, orgId, async (tx) => {
      const wrong = (await listBeyondAscii(tx, orgId)).filter(({ address }) => canonicalAddress(address) !== address);
      for (const recipient of wrong) await rewrite(tx, orgId, recipient);
      return wrong.length;
    });
  return rewritten;
}

async function listBeyondAscii(tx: Tx, orgId: string): Promise<Recipient[]> {
  const { rows } = await tx.query<Recipient>(
    `select sales_email_id as "emailId", address from email_recipients where org_id = $1 and address ~ '[^\\x01-\\x7f]'`,
    [orgId],
  );
  return rows;
}

/** Where the email has the right form already, that row stays, with the field that shows most. */
async function rewrite(tx: Tx, orgId: string, { emailId, address }: Recipient): Promise<void> {
  await tx.query(
    `with gone as (
       delete from email_recipients where org_id = $1 and sales_email_id = $2 and address = $3 returning field, created_at)
     insert into email_recipients (org_id, sales_email_id, address, field, created_at)
     select $1, $2, $4, field, created_at from gone
     on conflict (org_id, sales_email_id, address) do update
       set field = case when 'to' in (email_recipients.field, excluded.field) then 'to'
                        when 'cc' in (email_recipients.field, excluded.field) then 'cc' else 'bcc' end`,
    [orgId, emailId, address, canonicalAddress(address)],
  );
}
