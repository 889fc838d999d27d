-- The mailboxes whose subscriptions a push of Microsoft names, in whichever orgs they are. Runs as the owner, because no org is known yet:
-- ids only.
create or replace function watched_mailboxes_of_subscriptions(graph_subscription_ids text[])
returns table (org_id text, connection_id uuid, subscription_id text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select w.org_id::text, w.connection_id, w.subscription_id from mailbox_watches w where w.subscription_id = any(graph_subscription_ids)
$$;
revoke execute on function watched_mailboxes_of_subscriptions from public;
grant execute on function watched_mailboxes_of_subscriptions to :"app";
