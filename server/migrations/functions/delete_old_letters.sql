-- Deletes letters and their slots when no limit looks at them any more: the longest window is 30 days. Runs as the owner, because it
-- serves all orgs.
create or replace function delete_old_letters(now_at timestamptz) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  delete from letters where asked_at < now_at - interval '30 days';
  delete from letter_slots where leaves_at < now_at - interval '30 days';
$$;
revoke execute on function delete_old_letters from public;
grant execute on function delete_old_letters to :"app";
