-- Accepts several emails of one org in one call and answers in their order. The rule is acceptance_of_email. What is accepted has its row,
-- its recipients, the first line of its history and its job when the transaction commits: each table gets all rows in one statement. A
-- call that is a transaction of its own says here which org it serves; in a transaction of another org it sees no row and can write none.
-- Two calls with one key at once: the later one waits for the end of the first, and then answers as if it had come later. Runs with the
-- caller's rights. The release before sends fewer fields: a missing one is null.
create or replace function accept_sales_emails(p_org char(18), p_now timestamptz, p_person_read_after timestamptz, p_emails jsonb)
returns setof accepted_sales_email language plpgsql as $$
declare
  asked record;
  decided record;
  written record;
  again accepted_sales_email;
  answers accepted_sales_email[];
  emails sales_emails[] := '{}';
  places integer[] := '{}';
  recipient_emails uuid[] := '{}';
  recipient_addresses text[] := '{}';
  recipient_fields text[] := '{}';
  copies text[];
  inserted uuid[];
begin
  if current_org() is null then perform set_config('app.org_id', p_org, true); end if;
  -- By key, so that two calls with the same keys wait for one another and neither for what the other holds
  for asked in
    select place::integer, jsonb_populate_record(null::email_to_accept, fields) as email
      from jsonb_array_elements(p_emails) with ordinality as given (fields, place)
     order by fields ->> 'user_id', fields ->> 'key', place
  loop
    decided := acceptance_of_email(p_org, p_now, p_person_read_after, asked.email);
    answers[asked.place] := decided.answer;
    continue when (decided.answer).outcome <> 'accepted';
    emails := emails || decided.email;
    places := places || asked.place;
    -- The release before sends only addresses as they were typed
    copies := coalesce((asked.email).cc_addresses, array(select lower(a) from jsonb_array_elements_text((asked.email).cc) a));
    recipient_addresses := recipient_addresses || decided.person_address || copies;
    recipient_fields := recipient_fields || 'to'::text || array_fill('cc'::text, array[cardinality(copies)]);
    copies := coalesce((asked.email).bcc_addresses, array(select lower(a) from jsonb_array_elements_text((asked.email).bcc) a));
    recipient_addresses := recipient_addresses || copies;
    recipient_fields := recipient_fields || array_fill('bcc'::text, array[cardinality(copies)]);
    recipient_emails := recipient_emails
      || array_fill((decided.email).id, array[cardinality(recipient_addresses) - cardinality(recipient_emails)]);
    if decided.ends_draft then
      delete from sales_emails
       where org_id = p_org and user_id = (decided.email).user_id and record_id = (decided.email).record_id and state = 'draft';
    end if;
  end loop;
  if cardinality(emails) = 0 then return query select * from unnest(answers); return; end if;

  with rows as (
    insert into sales_emails (org_id, id, user_id, email_connection_id, record_id, record_object, person_id, person_object, person_name,
        to_address, cc, bcc, from_address, from_name, subject, body_html, body_is_clean, identity_id, origin, priority, state, due_at,
        schedule_local, schedule_zone, idempotency_key, idempotency_hash, follows_email_id, answers_response_id, first_email_id,
        template_id, attachment_ids, created_at, updated_at)
      select org_id, id, user_id, email_connection_id, record_id, record_object, person_id, person_object, person_name,
             to_address, cc, bcc, from_address, from_name, subject, body_html, body_is_clean, identity_id, origin, priority, state, due_at,
             schedule_local, schedule_zone, idempotency_key, idempotency_hash, follows_email_id, answers_response_id, first_email_id,
             template_id, attachment_ids, p_now, p_now
        from unnest(emails) with ordinality
       order by ordinality
      on conflict (user_id, idempotency_key) where idempotency_key is not null do nothing
      returning id)
  select array_agg(id) into inserted from rows;
  insert into sales_email_history (org_id, sales_email_id, state, reason, happened_at)
    select p_org, id, state, case when state = 'queued' and due_at > p_now then 'undo_window' end, p_now
      from unnest(emails) with ordinality
     where id = any(inserted)
     order by ordinality;
  -- An address that was given twice stands where it shows most
  insert into email_recipients (org_id, sales_email_id, address, field, created_at)
    select p_org, email_id, address, field, p_now
      from unnest(recipient_emails, recipient_addresses, recipient_fields) with ordinality as given (email_id, address, field, place)
     where address is not null and email_id = any(inserted)
     order by place
    on conflict do nothing;
  -- What an email is written from counts it, unless it is deleted in this moment
  if exists (select from unnest(emails) e where e.template_id is not null) then
    insert into template_emails (org_id, sales_email_id, template_id, user_id, created_at)
      select p_org, e.id, t.id, e.user_id, p_now
        from unnest(emails) e join templates t on t.org_id = p_org and t.id = e.template_id
       where e.id = any(inserted)
         for key share of t;
  end if;

  -- What another call with the same key has just committed, or this one has a second time, is seen from here on
  for written in
    select place, e.idempotency_hash as hash, made.id, made.idempotency_hash as made_hash
      from unnest(emails) with ordinality e
      join unnest(places) with ordinality p (place, number) on p.number = e.ordinality
      left join sales_emails made on made.org_id = p_org and made.user_id = e.user_id and made.idempotency_key = e.idempotency_key
     where e.id <> all(coalesce(inserted, '{}'))
  loop
    again.id := written.id;
    again.outcome := case when written.made_hash = written.hash then 'accepted_before' else 'key_reused' end;
    answers[written.place] := again;
  end loop;

  -- One job for all that an org has scheduled for the same second, one for what leaves a mailbox in the same second, and without a time to
  -- undo one for all that waits for its mailbox
  for written in
    select distinct state, due_at > p_now as is_later, case when state = 'queued' then email_connection_id end as mailbox,
           date_trunc('second', statement_timestamp() + (due_at - p_now)) + interval '1 second' as run_at
      from unnest(emails)
     where id = any(inserted)
     order by mailbox, run_at
  loop
    if written.state = 'scheduled' then
      perform jobs.enqueue_quietly('queue-scheduled-emails', json_build_object('orgId', p_org), written.run_at,
        concat('queue-scheduled-emails:', p_org, ':', extract(epoch from written.run_at)::bigint));
    elsif written.is_later then
      perform jobs.enqueue_quietly('drain-mailbox', json_build_object('orgId', p_org, 'emailConnectionId', written.mailbox), written.run_at,
        concat('drain-mailbox:', written.mailbox, ':', extract(epoch from written.run_at)::bigint));
    elsif not jobs.is_waiting(concat('drain-mailbox:', written.mailbox), clock_timestamp()) then
      perform jobs.enqueue(identifier => 'drain-mailbox', job_key => concat('drain-mailbox:', written.mailbox),
        payload => json_build_object('orgId', p_org, 'emailConnectionId', written.mailbox));
    end if;
  end loop;
  return query select * from unnest(answers);
end $$;
revoke execute on function accept_sales_emails from public;
grant execute on function accept_sales_emails to :"app";
