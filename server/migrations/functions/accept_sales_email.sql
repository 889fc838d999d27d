-- The rule of acceptance: whether one press of Send is taken, and if not, why (`outcome`). It looks at all of it in one round trip: whether
-- it was asked before, who sends, as whom and by which way, to whom, and whether all recipients may get it (known_recipients). What is
-- accepted has its row, the first line of its history and its job when the transaction commits, and the draft is gone.
-- Runs with the caller's rights. Two presses with one key at once: the later one violates one_send_per_idempotency_key and asks again.
create or replace function accept_sales_email(
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

  select e.id as email_id, e.idempotency_hash, u.name as sender_name, u.state as user_state,
         o.undo_seconds, o.stopped_at is not null as is_stopped,
         c.id as connection_id, c.state as connection_state, c.address, coalesce(c.display_name, u.name) as from_name,
         (select i.id from identities i where i.org_id = p_org and i.user_id = p_user and i.is_default) as default_identity_id,
         p.record_id as person_id, p.object_name, p.name as person_name, p.email, p.address as person_address, p.read_at,
         exists (select from sales_emails d
                  where d.org_id = p_org and d.user_id = p_user and d.record_id = p_record and d.state = 'draft') as has_draft
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
  insert into sales_emails (org_id, user_id, email_connection_id, record_id, record_object, person_id, person_object, person_name,
      to_address, cc, bcc, from_address, from_name, subject, body_html, body_is_clean, identity_id, state, due_at,
      idempotency_key, idempotency_hash, created_at, updated_at)
    values (p_org, p_user, sender.connection_id, p_record, p_record_object, p_person, known.object_name, known.person_name, known.email,
      p_cc, p_bcc, sender.address, sender.name, p_subject, p_body, p_body_is_clean, sender.identity_id, 'queued', answer.due_at,
      p_key, p_hash, p_now, p_now)
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
    perform jobs.enqueue(identifier => 'drain-mailbox', job_key => concat('drain-mailbox:', sender.connection_id),
      payload => json_build_object('orgId', p_org, 'emailConnectionId', sender.connection_id));
  end if;
  return answer;
end $$;
revoke execute on function accept_sales_email from public;
grant execute on function accept_sales_email to :"app";
