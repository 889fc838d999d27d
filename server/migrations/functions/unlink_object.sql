-- The large object goes with its row, also where that goes with its org. Runs as the owner, to whom all large objects belong.
create or replace function unlink_object() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform lo_unlink(old.large_object);
  return null;
end $$;
revoke execute on function unlink_object from public;
