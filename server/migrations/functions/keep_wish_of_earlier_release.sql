-- Trigger of `people`. The release before knows no email_wishes. A no that one of its looks saw counts for the whole org, as every other.
create or replace function keep_wish_of_earlier_release() returns trigger language plpgsql as $$
begin
  insert into email_wishes as w (org_id, record_id, address, opted_out, seen_at)
    values (new.org_id, new.record_id, lower(btrim(new.email)), true, new.read_at)
    on conflict (org_id, record_id) do update set opted_out = true, seen_at = excluded.seen_at, handed_on = false
      where coalesce(w.seen_at, '-infinity') <= excluded.seen_at;
  return null;
end $$;
revoke execute on function keep_wish_of_earlier_release from public, :"app";
