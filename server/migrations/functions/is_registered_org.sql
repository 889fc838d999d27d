-- Whether an org has finished its registration. Asked before a transaction of an org is begun for a token that nobody has checked yet. Runs
-- as the owner, because no org is proven yet: yes or no only.
create or replace function is_registered_org(p_org text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from orgs where org_id = p_org and registration_step = 'done')
$$;
revoke execute on function is_registered_org from public;
grant execute on function is_registered_org to :"app";
