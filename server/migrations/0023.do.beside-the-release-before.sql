-- What the release before writes while it serves beside this one, with the columns that it knows.

-- It keeps words as they were typed: what does not say that it is clean is cleaned when it is used
alter table sales_emails alter column body_is_clean set default false;

drop function accept_sales_email(char, uuid, timestamptz, timestamptz, text, bytea, char, text, char, jsonb, jsonb, text, text, uuid, text[], boolean);
-- The whole of Send in one round trip: who sends, as whom and by which way, to whom, whether all of them may get it, whether it was asked before,
-- then the row, its first line of history, its job and the end of its draft. Runs with the caller's rights. Two presses of Send
-- with one key at once: the slower one violates one_send_per_idempotency_key and asks again.
create function accept_sales_email(
  p_org char(18), p_user uuid, p_now timestamptz, p_person_read_after timestamptz, p_key text, p_hash bytea,
  p_record char(18), p_record_object text, p_person char(18), p_cc jsonb, p_bcc jsonb, p_subject text, p_body text,
  p_identity uuid, p_copies text[], p_may_look boolean, p_body_is_clean boolean
) returns accepted_sales_email language plpgsql as $$
declare
  answer accepted_sales_email;
  known  record;
  drain_at timestamptz;
  wanted uuid;
  chosen email_sender;
  sender email_sender;
  recipients record;
begin
  perform set_config('app.org_id', p_org, true);

  select e.id as email_id, e.idempotency_hash, u.name as sender_name, u.state as user_state, o.undo_seconds, o.stopped_at is not null as is_stopped,
         c.id as connection_id, c.state as connection_state, c.address, coalesce(c.display_name, u.name) as from_name,
         (select i.id from identities i where i.org_id = p_org and i.user_id = p_user and i.is_default) as default_identity_id,
         p.record_id as person_id, p.object_name, p.name as person_name, p.email, p.address as person_address, p.read_at,
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
    else 'accepted' end;
  answer.id := known.email_id;
  if answer.outcome <> 'accepted' then return answer; end if;

  select bool_or(k.looked_at is null or k.looked_at < p_person_read_after) as are_stale,
         bool_or(k.refusal = 'recipient_opted_out') as opted_out, bool_or(k.refusal is not null) as are_refused
    into recipients
    from known_recipients(p_org, p_user, array[p_person], known.person_address || p_copies) k;
  answer.outcome := case
    when recipients.are_stale and p_may_look then 'look_first'
    when recipients.opted_out then 'recipient_opted_out'
    when known.email is null then 'no_email_address'
    when recipients.are_refused then 'opt_out_unknown'
    else 'accepted' end;
  answer.person_name := known.person_name;
  if answer.outcome in ('recipient_opted_out', 'opt_out_unknown') then
    select array_agg(distinct k.address), bool_or(k.person_id is not null or k.address = known.person_address)
      into answer.refused, answer.refuses_person
      from known_recipients(p_org, p_user, array[p_person], known.person_address || p_copies) k where k.refusal = answer.outcome;
  end if;
  if answer.outcome <> 'accepted' then return answer; end if;

  answer.sender_name := known.sender_name;
  answer.created_at := p_now;
  answer.due_at := p_now + known.undo_seconds * interval '1 second';
  insert into sales_emails (org_id, user_id, email_connection_id, record_id, record_object, person_id, person_object, person_name, to_address,
      cc, bcc, from_address, from_name, subject, body_html, body_is_clean, identity_id, state, due_at, idempotency_key, idempotency_hash,
      created_at, updated_at)
    values (p_org, p_user, sender.connection_id, p_record, p_record_object, p_person, known.object_name, known.person_name, known.email,
      p_cc, p_bcc, sender.address, sender.name, p_subject, p_body, p_body_is_clean, sender.identity_id, 'queued', answer.due_at, p_key, p_hash,
      p_now, p_now)
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

-- Several at once for one org, answered in their order: presses of Send that arrive together share a round trip and a commit.
create or replace function accept_sales_emails(p_org char(18), p_now timestamptz, p_person_read_after timestamptz, p_emails jsonb)
returns setof accepted_sales_email language plpgsql as $$
declare
  email record;
begin
  for email in
    select * from rows from (jsonb_to_recordset(p_emails) as (user_id uuid, key text, hash text, record_id char(18), record_object text, person_id char(18),
      cc jsonb, bcc jsonb, subject text, body text, identity uuid, copies text[], may_look boolean, clean boolean)) with ordinality
  loop
    return next accept_sales_email(p_org, email.user_id, p_now, p_person_read_after, email.key, decode(email.hash, 'hex'), email.record_id,
      email.record_object, email.person_id, email.cc, email.bcc, email.subject, email.body, email.identity, email.copies, email.may_look,
      coalesce(email.clean, false));
  end loop;
end $$;

-- Its looks cannot tell a no from what a rep could not see: they are no looks at a wish, and this release looks again before it sends
alter table people add column wish_read_at timestamptz;
create or replace function known_recipients(p_org char(18), p_user uuid, p_people char(18)[], p_addresses text[])
returns table (person_id char(18), record_id char(18), address text, opted_out boolean, looked_at timestamptz, refusal text)
language plpgsql stable as $$
begin
  return query
    select k.person_id, k.record_id, k.address, k.opted_out, greatest(k.seen_at, own.wish_read_at),
           case when k.opted_out then 'recipient_opted_out'
                when k.opted_out is null
                     and not exists (select from opt_out_policies o where o.org_id = p_org and o.when_unknown = 'allow') then 'opt_out_unknown' end
      from (select asked.id as person_id, coalesce(lead.contact_id, asked.id) as record_id, w.address, w.opted_out, w.seen_at
              from unnest(p_people) asked (id)
              left join email_wishes lead on lead.org_id = p_org and lead.record_id = asked.id
              left join email_wishes w on w.org_id = p_org and w.record_id = coalesce(lead.contact_id, asked.id)
            union all
            select null, w.record_id, w.address, w.opted_out, w.seen_at
              from email_wishes w
             where w.org_id = p_org and w.address = any(p_addresses)
               -- A converted lead has handed its wish on to its contact, which does not stand for another address than its own
               and (w.contact_id is null
                    or w.opted_out and not exists (select from email_wishes c
                                                    where c.org_id = p_org and c.record_id = w.contact_id and c.address = w.address))) k
      left join people own on own.org_id = p_org and own.user_id = p_user and own.record_id = k.record_id;
end $$;

-- A no to email that it saw counts for the whole org, as every other does
create function keep_wish_of_earlier_release() returns trigger language plpgsql as $$
begin
  insert into email_wishes as w (org_id, record_id, address, opted_out, seen_at)
    values (new.org_id, new.record_id, lower(btrim(new.email)), true, new.read_at)
    on conflict (org_id, record_id) do update set opted_out = true, seen_at = excluded.seen_at, handed_on = false
      where coalesce(w.seen_at, '-infinity') <= excluded.seen_at;
  return null;
end $$;
create trigger keep_wish_of_earlier_release after insert or update on people
  for each row when (new.opted_out and new.wish_read_at is distinct from new.read_at) execute function keep_wish_of_earlier_release();

-- It ends access without giving the proven address back: only a user with access holds one
drop index one_instance_per_proven_address;
create unique index one_instance_per_proven_address on users (proven_address) where state <> 'deactivated';
-- The owner of the table sees no row of a customer
alter table users no force row level security;
update users set proven_address = null where state = 'deactivated' and proven_address is not null;
alter table users force row level security;
