-- The rule of acceptance: whether one email that somebody or something wants to send is taken, and if not, why (`answer.outcome`). It is
-- the same for all origins. It looks at whether it was asked before, who sends, as whom and by which way, to whom, and whether all
-- recipients may get it (known_recipients). What an email follows has to be an email of the same sender to the same person that has left,
-- and what it answers a reply to that. Writes nothing: `email` is the row of what is accepted, for accept_sales_emails. An email that is
-- due after the undo time of the org is `scheduled`, any other `queued`. Runs with the caller's rights.
create or replace function acceptance_of_email(
  p_org char(18), p_now timestamptz, p_person_read_after timestamptz, p_email email_to_accept,
  out answer accepted_sales_email, out email sales_emails, out person_address text, out ends_draft boolean)
language plpgsql stable as $$
declare
  known  record;
  undo_ends_at timestamptz;
  wanted uuid;
  chosen email_sender;
  sender email_sender;
  recipients record;
  followed record;
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
  if answer.outcome <> 'accepted' then return; end if;

  if p_email.follows is not null then
    select f.id, coalesce(f.first_email_id, f.id) as first_id into followed
      from sales_emails f
     where f.org_id = p_org and f.user_id = p_email.user_id and f.id = p_email.follows and f.state in ('sent', 'bounced')
       and (f.person_id = p_email.person_id
            or exists (select from email_recipients r
                        where r.org_id = p_org and r.sales_email_id = f.id and r.field = 'to' and r.address = known.person_address))
       and (p_email.answers is null
            or exists (select from responses r
                        where r.org_id = p_org and r.id = p_email.answers and r.sales_email_id = f.id and r.kind = 'reply'));
    if not found then answer.outcome := 'not_followable'; return; end if;
    email.follows_email_id := followed.id;
    email.answers_response_id := p_email.answers;
    email.first_email_id := followed.first_id;
  end if;

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
  if answer.outcome <> 'accepted' then return; end if;

  undo_ends_at := p_now + known.undo_seconds * interval '1 second';
  answer.id := gen_random_uuid();
  answer.sender_name := known.sender_name;
  answer.created_at := p_now;
  answer.due_at := greatest(undo_ends_at, p_email.due_at);
  answer.state := case when answer.due_at > undo_ends_at then 'scheduled' else 'queued' end;

  email.org_id := p_org;
  email.id := answer.id;
  email.user_id := p_email.user_id;
  email.email_connection_id := sender.connection_id;
  email.record_id := p_email.record_id;
  email.record_object := p_email.record_object;
  email.person_id := p_email.person_id;
  email.person_object := known.object_name;
  email.person_name := known.person_name;
  email.to_address := known.email;
  email.cc := p_email.cc;
  email.bcc := p_email.bcc;
  email.from_address := sender.address;
  email.from_name := sender.name;
  email.subject := p_email.subject;
  email.body_html := p_email.body;
  email.body_is_clean := coalesce(p_email.clean, false);
  email.identity_id := sender.identity_id;
  email.template_id := p_email.template;
  email.attachment_ids := coalesce(p_email.attachments, '{}');
  email.origin := coalesce(p_email.origin, 'compose');
  email.priority := coalesce(p_email.priority, 10);
  email.state := answer.state;
  email.due_at := answer.due_at;
  email.schedule_local := p_email.schedule_local;
  email.schedule_zone := p_email.schedule_zone;
  email.idempotency_key := p_email.key;
  email.idempotency_hash := decode(p_email.hash, 'hex');
  person_address := known.person_address;
  -- What was written in the compose window was the draft
  ends_draft := known.has_draft and email.origin = 'compose';
end $$;
revoke execute on function acceptance_of_email from public;
grant execute on function acceptance_of_email to :"app";
