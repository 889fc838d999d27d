-- A part of an object of the org that this transaction serves: empty behind its end, null when there is no such object. Runs as the owner,
-- to whom all large objects belong; its rows are those that row-level security shows.
create or replace function read_object(p_id uuid, p_offset bigint, p_length integer) returns bytea
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  number oid;
begin
  select large_object into number from stored_objects where org_id = current_org() and id = p_id;
  return case when number is not null then lo_get(number, p_offset, p_length) end;
end $$;
revoke execute on function read_object from public;
grant execute on function read_object to :"app";
