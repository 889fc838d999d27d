-- One of a user's identities as the sender of an email, or the reason why it cannot be (`problem`). p_mailbox is the mailbox that the user
-- has now. A user's part of the team's server begins with its first use. Runs with the caller's rights.
create or replace function choose_identity(p_org char(18), p_user uuid, p_identity uuid, p_mailbox uuid, p_now timestamptz)
returns email_sender language plpgsql as $$
declare
  chosen record;
  sender email_sender;
begin
  select i.id, i.address, i.name, i.channel, i.verified_at, i.email_connection_id = p_mailbox as is_of_mailbox,
         t.id as server_id, t.state as server_state, s.id as part_id
    into chosen
    from identities i
    left join team_smtp_servers t on t.org_id = i.org_id
    left join email_connections s on s.org_id = i.org_id and s.user_id = i.user_id and s.provider = 'smtp' and s.state <> 'disconnected'
   where i.org_id = p_org and i.user_id = p_user and i.id = p_identity;
  sender := (null, chosen.channel, chosen.id, p_mailbox, chosen.address, chosen.name);
  sender.problem := case
    when chosen.verified_at is null then 'identity_not_verified'
    when chosen.channel = 'mailbox' and chosen.is_of_mailbox is not true then 'identity_not_verified'
    when chosen.channel = 'team_smtp' and chosen.server_id is null then 'team_smtp_missing' end;
  if sender.problem is null and chosen.channel = 'team_smtp' then
    sender.connection_id := chosen.part_id;
    if chosen.part_id is null then
      insert into email_connections (org_id, user_id, provider, account_key, address, display_name, state, connected_at)
        values (p_org, p_user, 'smtp', chosen.server_id, chosen.address, chosen.name,
          case chosen.server_state when 'working' then 'connected' else 'reconnect_required' end, p_now)
        on conflict (org_id, user_id, (provider = 'smtp')) where state <> 'disconnected' do update set account_key = excluded.account_key
        returning id into sender.connection_id;
    end if;
  end if;
  return sender;
end $$;
revoke execute on function choose_identity from public;
grant execute on function choose_identity to :"app";
