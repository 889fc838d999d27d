-- For a call of the release before that is under way while functions are replaced: its accept_sales_emails asks for one email after the
-- other. Goes with the release after this one.
create or replace function accept_sales_email(p_org char(18), p_now timestamptz, p_person_read_after timestamptz, p_email email_to_accept)
returns accepted_sales_email language sql as $$
  select accepted from accept_sales_emails(p_org, p_now, p_person_read_after, jsonb_build_array(to_jsonb(p_email))) accepted
$$;
revoke execute on function accept_sales_email from public;
grant execute on function accept_sales_email to :"app";
