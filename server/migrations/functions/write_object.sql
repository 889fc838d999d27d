-- Writes a part of an object of the org that this transaction serves; the first part, at 0, makes it. Runs as the owner, to whom all large
-- objects belong; its rows are those that row-level security shows.
create or replace function write_object(p_id uuid, p_offset bigint, p_part bytea) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  number oid;
begin
  if p_offset = 0 then
    number := lo_from_bytea(0, p_part);
    insert into stored_objects (org_id, id, large_object) values (current_org(), p_id, number);
    return;
  end if;
  select large_object into strict number from stored_objects where org_id = current_org() and id = p_id;
  perform lo_put(number, p_offset, p_part);
end $$;
revoke execute on function write_object from public;
grant execute on function write_object to :"app";
