-- Accepts several emails of one org in one call and answers in their order. The rule is accept_sales_email. A call that is a transaction
-- of its own says here which org it serves; in a transaction of another org it sees no row and can write none. Runs with the caller's
-- rights. The release before sends fewer fields: a missing one is null.
create or replace function accept_sales_emails(p_org char(18), p_now timestamptz, p_person_read_after timestamptz, p_emails jsonb)
returns setof accepted_sales_email language plpgsql as $$
declare
  asked record;
  answers accepted_sales_email[];
begin
  if current_org() is null then perform set_config('app.org_id', p_org, true); end if;
  -- By key, so that two calls with the same keys wait for one another and neither for what the other holds
  for asked in
    select place, jsonb_populate_record(null::email_to_accept, fields) as email
      from jsonb_array_elements(p_emails) with ordinality as given (fields, place)
     order by fields ->> 'user_id', fields ->> 'key', place
  loop
    answers[asked.place] := accept_sales_email(p_org, p_now, p_person_read_after, asked.email);
  end loop;
  return query select * from unnest(answers);
end $$;
revoke execute on function accept_sales_emails from public;
grant execute on function accept_sales_emails to :"app";
