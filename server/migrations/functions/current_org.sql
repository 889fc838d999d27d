-- The org that the transaction serves: row-level security asks it for every table of a customer. It has the type that an org's id has in
-- the tables. So the planner sees that it is the org which the query names, and checks it once for a query and not with every row.
create or replace function current_org() returns bpchar language sql stable as $$
  select nullif(current_setting('app.org_id', true), '')::bpchar
$$;
revoke execute on function current_org from public;
grant execute on function current_org to :"app";
