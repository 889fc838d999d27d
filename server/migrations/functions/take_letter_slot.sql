-- The next moment at which a letter to this address may leave, taken for the caller; null when that is more than 30 days away. Runs as the
-- owner, because letters of all orgs to an address count together, and the application may not look into their table.
create or replace function take_letter_slot(p_recipient bytea, p_now timestamptz, p_per_day integer, p_per_month integer)
returns timestamptz language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  slot timestamptz;
begin
  perform pg_advisory_xact_lock(hashtextextended('letter slots ' || encode(p_recipient, 'hex'), 0));
  slot := greatest(
    p_now,
    (select leaves_at + interval '1 day' from letter_slots where recipient_hash = p_recipient
      order by leaves_at desc offset p_per_day - 1 limit 1),
    (select leaves_at + interval '30 days' from letter_slots where recipient_hash = p_recipient
      order by leaves_at desc offset p_per_month - 1 limit 1));
  if slot > p_now + interval '30 days' then return null; end if;
  insert into letter_slots (recipient_hash, leaves_at) values (p_recipient, slot);
  return slot;
end $$;
revoke execute on function take_letter_slot from public;
grant execute on function take_letter_slot to :"app";
