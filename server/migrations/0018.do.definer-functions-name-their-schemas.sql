-- A search path that does not name pg_temp is searched there first: whoever may make a temporary table or view could lay one over a table that a
-- definer function reads, and its code then ran as the owner. Every definer function names its schemas, pg_temp last. Later ones must do the same;
-- a test over the catalogue holds them to it.
do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p where p.prosecdef and p.pronamespace = 'public'::regnamespace
  loop
    execute format('alter function %s set search_path = pg_catalog, public, pg_temp', f);
  end loop;
end $$;
