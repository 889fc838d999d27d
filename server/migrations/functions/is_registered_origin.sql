-- Whether a browser may call from this origin: it is the Lightning origin of a registered org, letter by letter. Runs as the owner, because
-- no org is known yet: yes or no only.
create or replace function is_registered_origin(origin text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from orgs where lightning_origin = origin and registration_step = 'done')
$$;
revoke execute on function is_registered_origin from public;
grant execute on function is_registered_origin to :"app";
