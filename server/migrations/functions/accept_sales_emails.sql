-- Accepts several emails of one org and answers in their order, so that presses of Send that arrive together share a round trip and a
-- commit. The rule is accept_sales_email. Runs with the caller's rights. The release before sends fewer fields: a missing one is null.
create or replace function accept_sales_emails(p_org char(18), p_now timestamptz, p_person_read_after timestamptz, p_emails jsonb)
returns setof accepted_sales_email language plpgsql as $$
declare
  email record;
begin
  for email in
    select * from rows from (jsonb_to_recordset(p_emails) as (
      user_id uuid, key text, hash text, record_id char(18), record_object text, person_id char(18), cc jsonb, bcc jsonb,
      subject text, body text, identity uuid, copies text[], may_look boolean, clean boolean)) with ordinality
  loop
    return next accept_sales_email(p_org, email.user_id, p_now, p_person_read_after, email.key, decode(email.hash, 'hex'), email.record_id,
      email.record_object, email.person_id, email.cc, email.bcc, email.subject, email.body, email.identity, email.copies, email.may_look,
      coalesce(email.clean, false));
  end loop;
end $$;
revoke execute on function accept_sales_emails from public;
grant execute on function accept_sales_emails to :"app";
