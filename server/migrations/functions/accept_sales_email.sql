-- The rule of acceptance: whether one email that somebody or something wants to send is taken, and if not, why (`outcome`). It is the
-- same for all origins. It looks at whether it was asked before, who sends, as whom and by which way, to whom, and whether all recipients
-- may get it (known_recipients). What is accepted has its row, its recipients, the first line of its history and its job when the
-- transaction commits. An email that is due after the undo time of the org is `scheduled`, any other `queued`. Runs with the caller's
-- rights. Two calls with one key at once: the later one waits for the end of the first, and then answers as if it had come later.
create or replace function accept_sales_email(p_org char(18), p_now timestamptz, p_person_read_after timestamptz, p_email email_to_accept)
returns accepted_sales_email language plpgsql as $$
declare
  answer accepted_sales_email;
  known  record;
  origin_of_email text := coalesce(p_email.origin, 'compose');
  undo_ends_at timestamptz;
  run_at timestamptz;
  wanted uuid;
  chosen email_sender;
  sender email_sender;
  recipients record;
begin
  select e.id as email_id, e.idempotency_hash = decode(p_email.hash, 'hex') as is_same, u.name as sender_name, u.state as user_state,
         o.undo_seconds, o.stopped_at is not null as is_stopped,
         c.id as connection_id, c.state as connection_state, c.address, coalesce(c.display_name, u.name) as from_name,
         (select i.id from identities i where i.org_id = p_org and i.user_id = u.id and i.is_default) as default_identity_id,
         p.record_id as person_id, p.object_name, p.name as person_name, p.email, p.address as person_address, p.read_at,
         exists (select from sales_emails d
                  where d.org_id = p_org and d.user_id = u.id and d.record_id = p_email.record_id and d.state = 'draft') as has_draft
    into known
    from users u
    join orgs o on o.org_id = u.org_id
    left join sales_emails e on e.org_id = u.org_id and e.user_id = u.id and e.idempotency_key = p_email.key
    left join email_connections c on c.org_id = u.org_id and c.user_id = u.id and c.state <> 'disconnected' and c.provider <> 'smtp'
    left join people p on p.org_id = u.org_id and p.user_id = u.id and p.record_id = p_email.person_id
   where u.org_id = p_org and u.id = p_email.user_id;

  sender := (null, 'mailbox', known.connection_id, known.connection_id, known.address, known.from_name);
  wanted := coalesce(p_email.identity, known.default_identity_id);
  if wanted is not null and wanted is distinct from known.connection_id then
    chosen := choose_identity(p_org, p_email.user_id, wanted, known.connection_id, p_now);
    -- A default that cannot be used now is none; an identity that was asked for by name is never replaced by another
    if chosen.problem is null or p_email.identity is not null then sender := chosen; end if;
  end if;

  answer.outcome := case
    when known.email_id is not null and known.is_same then 'accepted_before'
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
    from known_recipients(p_org, p_email.user_id, array[p_email.person_id], known.person_address || p_email.copies) k;
  answer.outcome := case
    when recipients.are_stale and p_email.may_look then 'look_first'
    when recipients.opted_out then 'recipient_opted_out'
    when known.email is null then 'no_email_address'
    when recipients.are_refused then 'opt_out_unknown'
    else 'accepted' end;
  answer.person_name := known.person_name;
  if answer.outcome in ('recipient_opted_out', 'opt_out_unknown') then
    select array_agg(distinct k.address), bool_or(k.person_id is not null or k.address = known.person_address)
      into answer.refused, answer.refuses_person
      from known_recipients(p_org, p_email.user_id, array[p_email.person_id], known.person_address || p_email.copies) k
     where k.refusal = answer.outcome;
  end if;
  if answer.outcome <> 'accepted' then return answer; end if;

  undo_ends_at := p_now + known.undo_seconds * interval '1 second';
  answer.sender_name := known.sender_name;
  answer.created_at := p_now;
  answer.due_at := greatest(undo_ends_at, p_email.due_at);
  answer.state := case when answer.due_at > undo_ends_at then 'scheduled' else 'queued' end;
  insert into sales_emails (org_id, user_id, email_connection_id, record_id, record_object, person_id, person_object, person_name,
      to_address, cc, bcc, from_address, from_name, subject, body_html, body_is_clean, identity_id, origin, priority, state, due_at,
      idempotency_key, idempotency_hash, created_at, updated_at)
    values (p_org, p_email.user_id, sender.connection_id, p_email.record_id, p_email.record_object, p_email.person_id, known.object_name,
      known.person_name, known.email, p_email.cc, p_email.bcc, sender.address, sender.name, p_email.subject, p_email.body,
      coalesce(p_email.clean, false), sender.identity_id, origin_of_email, coalesce(p_email.priority, 10), answer.state, answer.due_at,
      p_email.key, decode(p_email.hash, 'hex'), p_now, p_now)
    on conflict (user_id, idempotency_key) where idempotency_key is not null do nothing
    returning sales_emails.id into answer.id;
  if answer.id is null then
    -- Another call with this key has just committed: what it has made is seen from here on
    answer := null;
    select e.id, case when e.idempotency_hash = decode(p_email.hash, 'hex') then 'accepted_before' else 'key_reused' end
      into answer.id, answer.outcome
      from sales_emails e where e.org_id = p_org and e.user_id = p_email.user_id and e.idempotency_key = p_email.key;
    return answer;
  end if;
  insert into sales_email_history (org_id, sales_email_id, state, reason, happened_at)
    values (p_org, answer.id, answer.state, case when answer.state = 'queued' and known.undo_seconds > 0 then 'undo_window' end, p_now);
  -- An address that was given twice stands where it shows most. The release before sends only addresses as they were typed
  insert into email_recipients (org_id, sales_email_id, address, field, created_at)
    select p_org, answer.id, given.address, given.field, p_now
      from (select known.person_address, 'to'
            union all
            select unnest(coalesce(p_email.cc_addresses, array(select lower(a) from jsonb_array_elements_text(p_email.cc) a))), 'cc'
            union all
            select unnest(coalesce(p_email.bcc_addresses, array(select lower(a) from jsonb_array_elements_text(p_email.bcc) a))), 'bcc'
           ) given (address, field)
     where given.address is not null
     order by array_position(array['to', 'cc', 'bcc'], given.field)
    on conflict do nothing;
  -- What was written in the compose window was the draft
  if known.has_draft and origin_of_email = 'compose' then
    delete from sales_emails where org_id = p_org and user_id = p_email.user_id and record_id = p_email.record_id and state = 'draft';
  end if;

  -- One job for all that an org has scheduled for the same second, one for what leaves a mailbox in the same second, and without a time to
  -- undo one for all that waits for its mailbox
  run_at := date_trunc('second', statement_timestamp() + (answer.due_at - p_now)) + interval '1 second';
  if answer.state = 'scheduled' then
    perform jobs.enqueue_quietly('queue-scheduled-emails', json_build_object('orgId', p_org), run_at,
      concat('queue-scheduled-emails:', p_org, ':', extract(epoch from run_at)::bigint));
  elsif known.undo_seconds > 0 then
    perform jobs.enqueue_quietly('drain-mailbox', json_build_object('orgId', p_org, 'emailConnectionId', sender.connection_id), run_at,
      concat('drain-mailbox:', sender.connection_id, ':', extract(epoch from run_at)::bigint));
  elsif not jobs.is_waiting(concat('drain-mailbox:', sender.connection_id), clock_timestamp()) then
    perform jobs.enqueue(identifier => 'drain-mailbox', job_key => concat('drain-mailbox:', sender.connection_id),
      payload => json_build_object('orgId', p_org, 'emailConnectionId', sender.connection_id));
  end if;
  return answer;
end $$;
revoke execute on function accept_sales_email from public;
grant execute on function accept_sales_email to :"app";
