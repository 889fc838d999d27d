-- What is known of a person, whoever looked: asked for with every email that leaves
create index people_by_record on people (record_id, read_at desc);

-- An index that begins with org_id looks, while a table is new, as good as the one of a mailbox or a user, and reads all that the org has sent.
-- This one serves only who asks in its own words
drop index send_attempts_of_org;
create index send_attempts_of_org on send_attempts ((org_id || ''), counts_from desc) include (org_id) where counts_from is not null;

create or replace function place_in_the_way(p_org char(18), scope text, key text, unit text, room integer, since timestamptz) returns timestamptz
language plpgsql stable as $$
declare
  found_at timestamptz;
begin
  if scope = 'mailbox' and unit = 'emails' then
    select counts_from into found_at from send_attempts
     where email_connection_id = key::uuid and counts_from > since order by counts_from desc offset room limit 1;
  elsif scope = 'mailbox' then
    select counts_from into found_at
      from (select counts_from, sum(recipients) over (order by counts_from desc rows unbounded preceding) as used
              from send_attempts where email_connection_id = key::uuid and counts_from > since) place
     where used > room order by counts_from desc limit 1;
  elsif scope = 'user' then
    select counts_from into found_at from send_attempts
     where user_id = key::uuid and counts_from > since order by counts_from desc offset room limit 1;
  elsif scope = 'org' then
    select counts_from into found_at from send_attempts
     where org_id || '' = p_org || '' and counts_from > since order by counts_from desc offset room limit 1;
  else
    select counts_from into found_at
      from (select counts_from, sum(recipients) over (order by counts_from desc rows unbounded preceding) as used
              from send_attempt_domains where domain = key and org_id = p_org and counts_from > since) place
     where used > room order by counts_from desc limit 1;
  end if;
  return found_at;
end $$;

-- One row per fact and the job that writes it to Salesforce. A fact that is known already stays one. Nobody waits for that job,
-- so no worker is woken for it. Lower case, because a unique field of Salesforce may not tell cases apart.
create function record_activity(p_org char(18), p_type text, p_user uuid, p_email uuid, p_response uuid, p_person char(18), p_at timestamptz)
returns void language plpgsql as $$
declare
  fact uuid := gen_random_uuid();
begin
  insert into activities (org_id, id, type, user_id, sales_email_id, response_id, person_id, happened_at, salesforce_key, next_try_at)
    values (p_org, fact, p_type, p_user, p_email, p_response, p_person, p_at, concat('evt_', replace(fact::text, '-', '')), p_at)
    on conflict do nothing;
  if found then
    perform jobs.enqueue_quietly('log-activity', json_build_object('orgId', p_org, 'activityId', fact), clock_timestamp(), concat('log-activity:', fact));
  end if;
end $$;

-- Mailboxes with due mail that nobody drains. Asked mailbox by mailbox, so that the length of a queue does not matter.
create or replace function undrained_mailboxes(now_at timestamptz) returns table (org_id text, email_connection_id uuid)
language sql stable security definer set search_path = public as $$
  select c.org_id::text, c.id
    from email_connections c
   where c.state = 'connected'
     and coalesce(c.lane_lease_until, '-infinity') < clock_timestamp() and coalesce(c.next_slot_at, '-infinity') <= now_at
     and exists (select from sales_emails e
                  where e.email_connection_id = c.id and e.org_id = c.org_id and e.state in ('queued', 'sending') and e.due_at <= now_at)
$$;

-- The whole of Send in one round trip: who sends, as whom and by which way, to whom, whether it was asked before,
-- then the row, its first line of history, its job and the end of its draft. Runs with the caller's rights. Two presses of Send
-- with one key at once: the slower one violates one_send_per_idempotency_key and asks again.
create or replace function accept_sales_email(
  p_org char(18), p_user uuid, p_now timestamptz, p_person_read_after timestamptz, p_key text, p_hash bytea,
  p_record char(18), p_record_object text, p_person char(18), p_cc jsonb, p_bcc jsonb, p_subject text, p_body text,
  p_identity uuid
) returns accepted_sales_email language plpgsql as $$
declare
  answer accepted_sales_email;
  known  record;
  drain_at timestamptz;
  wanted uuid;
  chosen email_sender;
  sender email_sender;
begin
  perform set_config('app.org_id', p_org, true);

  select e.id as email_id, e.idempotency_hash, u.name as sender_name, u.state as user_state, o.undo_seconds, o.stopped_at is not null as is_stopped,
         c.id as connection_id, c.state as connection_state, c.address, coalesce(c.display_name, u.name) as from_name,
         (select i.id from identities i where i.org_id = p_org and i.user_id = p_user and i.is_default) as default_identity_id,
         p.record_id as person_id, p.object_name, p.name as person_name, p.email, p.opted_out, p.read_at,
         exists (select from sales_emails d where d.org_id = p_org and d.user_id = p_user and d.record_id = p_record and d.state = 'draft') as has_draft
    into known
    from users u
    join orgs o on o.org_id = u.org_id
    left join sales_emails e on e.org_id = u.org_id and e.user_id = u.id and e.idempotency_key = p_key
    left join email_connections c on c.org_id = u.org_id and c.user_id = u.id and c.state <> 'disconnected' and c.provider <> 'smtp'
    left join people p on p.org_id = u.org_id and p.user_id = u.id and p.record_id = p_person
   where u.org_id = p_org and u.id = p_user;

  sender := (null, 'mailbox', known.connection_id, known.connection_id, known.address, known.from_name);
  wanted := coalesce(p_identity, known.default_identity_id);
  if wanted is not null and wanted is distinct from known.connection_id then
    chosen := choose_identity(p_org, p_user, wanted, known.connection_id, p_now);
    -- A default that cannot be used now is none; an identity that was asked for by name is never replaced by another
    if chosen.problem is null or p_identity is not null then sender := chosen; end if;
  end if;

  answer.outcome := case
    when known.email_id is not null and known.idempotency_hash = p_hash then 'accepted_before'
    when known.email_id is not null then 'key_reused'
    when known.user_state is distinct from 'activated' then 'not_activated'
    when known.is_stopped then 'org_stopped'
    when sender.problem is not null then sender.problem
    when sender.channel = 'mailbox' and known.connection_id is null then 'mailbox_missing'
    when sender.channel = 'mailbox' and known.connection_state <> 'connected' then 'mailbox_reconnect_required'
    when known.person_id is null or known.read_at < p_person_read_after then 'person_unknown'
    when known.opted_out then 'recipient_opted_out'
    when known.email is null then 'no_email_address'
    else 'accepted' end;
  answer.id := known.email_id;
  if answer.outcome <> 'accepted' then return answer; end if;

  answer.person_name := known.person_name;
  answer.sender_name := known.sender_name;
  answer.created_at := p_now;
  answer.due_at := p_now + known.undo_seconds * interval '1 second';
  insert into sales_emails (org_id, user_id, email_connection_id, record_id, record_object, person_id, person_object, person_name, to_address,
      cc, bcc, from_address, from_name, subject, body_html, identity_id, state, due_at, idempotency_key, idempotency_hash, created_at, updated_at)
    values (p_org, p_user, sender.connection_id, p_record, p_record_object, p_person, known.object_name, known.person_name, known.email,
      p_cc, p_bcc, sender.address, sender.name, p_subject, p_body, sender.identity_id, 'queued', answer.due_at, p_key, p_hash, p_now, p_now)
    returning sales_emails.id into answer.id;
  insert into sales_email_history (org_id, sales_email_id, state, reason, happened_at)
    values (p_org, answer.id, 'queued', case when known.undo_seconds > 0 then 'undo_window' end, p_now);
  if known.has_draft then
    delete from sales_emails where org_id = p_org and user_id = p_user and record_id = p_record and state = 'draft';
  end if;
  -- One job for what leaves a mailbox in the same second, and without a time to undo one for all that waits for its mailbox
  if known.undo_seconds > 0 then
    drain_at := date_trunc('second', clock_timestamp()) + (known.undo_seconds + 1) * interval '1 second';
    perform jobs.enqueue_quietly('drain-mailbox', json_build_object('orgId', p_org, 'emailConnectionId', sender.connection_id), drain_at,
      concat('drain-mailbox:', sender.connection_id, ':', extract(epoch from drain_at)::bigint));
  elsif not jobs.is_waiting(concat('drain-mailbox:', sender.connection_id), clock_timestamp()) then
    perform jobs.enqueue(identifier => 'drain-mailbox', payload => json_build_object('orgId', p_org, 'emailConnectionId', sender.connection_id),
      job_key => concat('drain-mailbox:', sender.connection_id));
  end if;
  return answer;
end $$;
