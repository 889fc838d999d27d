-- The whole of Send in one round trip: who sends, from which mailbox, to whom, whether it was asked before,
-- then the row, its first line of history, its job and the end of its draft. Runs with the caller's rights. Two presses of Send
-- with one key at once: the slower one violates one_send_per_idempotency_key and asks again.
create type accepted_sales_email as (
  outcome      text,
  id           uuid,
  person_name  text,
  sender_name  text,
  created_at   timestamptz,
  due_at       timestamptz
);

create function accept_sales_email(
  p_org char(18), p_user uuid, p_now timestamptz, p_person_read_after timestamptz, p_key text, p_hash bytea,
  p_record char(18), p_record_object text, p_person char(18), p_cc jsonb, p_bcc jsonb, p_subject text, p_body text
) returns accepted_sales_email language plpgsql as $$
declare
  answer accepted_sales_email;
  known  record;
  drain_at timestamptz;
begin
  perform set_config('app.org_id', p_org, true);

  select e.id as email_id, e.idempotency_hash, u.name as sender_name, u.state as user_state, o.undo_seconds,
         c.id as connection_id, c.state as connection_state, c.address, coalesce(c.display_name, u.name) as from_name,
         p.record_id as person_id, p.object_name, p.name as person_name, p.email, p.opted_out, p.read_at,
         exists (select from sales_emails d where d.org_id = p_org and d.user_id = p_user and d.record_id = p_record and d.state = 'draft') as has_draft
    into known
    from users u
    join orgs o on o.org_id = u.org_id
    left join sales_emails e on e.org_id = u.org_id and e.user_id = u.id and e.idempotency_key = p_key
    left join email_connections c on c.org_id = u.org_id and c.user_id = u.id and c.state <> 'disconnected'
    left join people p on p.org_id = u.org_id and p.user_id = u.id and p.record_id = p_person
   where u.org_id = p_org and u.id = p_user;

  answer.outcome := case
    when known.email_id is not null and known.idempotency_hash = p_hash then 'accepted_before'
    when known.email_id is not null then 'key_reused'
    when known.user_state is distinct from 'activated' then 'not_activated'
    when known.connection_id is null then 'mailbox_missing'
    when known.connection_state <> 'connected' then 'mailbox_reconnect_required'
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
      cc, bcc, from_address, from_name, subject, body_html, state, due_at, idempotency_key, idempotency_hash, created_at, updated_at)
    values (p_org, p_user, known.connection_id, p_record, p_record_object, p_person, known.object_name, known.person_name, known.email,
      p_cc, p_bcc, known.address, known.from_name, p_subject, p_body, 'queued', answer.due_at, p_key, p_hash, p_now, p_now)
    returning sales_emails.id into answer.id;
  insert into sales_email_history (org_id, sales_email_id, state, reason, happened_at)
    values (p_org, answer.id, 'queued', case when known.undo_seconds > 0 then 'undo_window' end, p_now);
  if known.has_draft then
    delete from sales_emails where org_id = p_org and user_id = p_user and record_id = p_record and state = 'draft';
  end if;
  -- One job for what leaves a mailbox in the same second. It cannot have run yet, since its second has not come
  if known.undo_seconds > 0 then
    drain_at := date_trunc('second', clock_timestamp()) + (known.undo_seconds + 1) * interval '1 second';
    perform jobs.enqueue_quietly('drain-mailbox', json_build_object('orgId', p_org, 'emailConnectionId', known.connection_id), drain_at,
      concat('drain-mailbox:', known.connection_id, ':', extract(epoch from drain_at)::bigint));
  else
    perform jobs.enqueue(identifier => 'drain-mailbox', payload => json_build_object('orgId', p_org, 'emailConnectionId', known.connection_id));
  end if;
  return answer;
end $$;

-- Several at once for one org, answered in their order: presses of Send that arrive together share a round trip and a commit.
create function accept_sales_emails(p_org char(18), p_now timestamptz, p_person_read_after timestamptz, p_emails jsonb)
returns setof accepted_sales_email language plpgsql as $$
declare
  email record;
begin
  for email in
    select * from rows from (jsonb_to_recordset(p_emails) as (user_id uuid, key text, hash text, record_id char(18), record_object text, person_id char(18),
      cc jsonb, bcc jsonb, subject text, body text)) with ordinality
  loop
    return next accept_sales_email(p_org, email.user_id, p_now, p_person_read_after, email.key, decode(email.hash, 'hex'), email.record_id,
      email.record_object, email.person_id, email.cc, email.bcc, email.subject, email.body);
  end loop;
end $$;
