-- Adds a fact and answers its id; null when a fact of this key is there already, which stays as it is. Runs with the caller's rights.
create or replace function record_fact(
  p_org char(18), p_kind text, p_key text, p_user uuid, p_person char(18), p_record char(18), p_source uuid, p_at timestamptz,
  p_details jsonb
) returns uuid language sql as $$
  insert into facts (org_id, kind, key, user_id, person_id, record_id, source_id, happened_at, details)
    values (p_org, p_kind, p_key, p_user, p_person, p_record, p_source, p_at, p_details)
    on conflict do nothing returning id
$$;
revoke execute on function record_fact from public;
grant execute on function record_fact to :"app";
