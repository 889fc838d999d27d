-- What the org knows of recipients: of people by id, and of every record that has one of the addresses. The one place that says who may get
-- nothing, and why (`refusal`): for the press of Send, for each email that leaves, and for whatever else will send.
-- `looked_at` is the last look that could see the wish, or the asking user's own last look at it, which would show no more today.
-- Runs with the caller's rights.
create or replace function known_recipients(p_org char(18), p_user uuid, p_people char(18)[], p_addresses text[])
returns table (person_id char(18), record_id char(18), address text, opted_out boolean, looked_at timestamptz, refusal text)
language plpgsql stable as $$
begin
  return query
    select k.person_id, k.record_id, k.address, k.opted_out, greatest(k.seen_at, own.wish_read_at),
           case when k.opted_out then 'recipient_opted_out'
                when k.opted_out is null
                     and not exists (select from opt_out_policies o where o.org_id = p_org and o.when_unknown = 'allow')
                then 'opt_out_unknown' end
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
revoke execute on function known_recipients from public;
grant execute on function known_recipients to :"app";
