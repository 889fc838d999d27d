-- The time of the send that must leave the window before `room` more are free: counted from the newest, the first one beyond what the
-- window holds beside them. Null when nothing is in the way; infinity when that send is under way. Reads as many index entries as the
-- window holds. The org is asked for in the words of its index (`org_id || ''`), see 0011. Runs with the caller's rights.
-- The product calls this place a blocking place. The name of the function stays, because the release before calls it so.
create or replace function place_in_the_way(p_org char(18), scope text, key text, unit text, room integer, since timestamptz)
returns timestamptz language plpgsql stable as $$
declare
  found_at timestamptz;
begin
  if scope = 'mailbox' and unit = 'emails' then
    select counts_from into found_at from send_attempts
     where email_connection_id = key::uuid and counts_from > since order by counts_from desc offset room limit 1;
  elsif scope = 'mailbox' then
    select counts_from into found_at
      from (select counts_from, sum(recipients) over (order by counts_from desc rows unbounded preceding) as used
              from send_attempts where email_connection_id = key::uuid and counts_from > since) place
     where used > room order by counts_from desc limit 1;
  elsif scope = 'user' then
    select counts_from into found_at from send_attempts
     where user_id = key::uuid and counts_from > since order by counts_from desc offset room limit 1;
  elsif scope = 'org' then
    select counts_from into found_at from send_attempts
     where org_id || '' = p_org || '' and counts_from > since order by counts_from desc offset room limit 1;
  else
    select counts_from into found_at
      from (select counts_from, sum(recipients) over (order by counts_from desc rows unbounded preceding) as used
              from send_attempt_domains where domain = key and org_id = p_org and counts_from > since) place
     where used > room order by counts_from desc limit 1;
  end if;
  return found_at;
end $$;
revoke execute on function place_in_the_way from public;
grant execute on function place_in_the_way to :"app";
