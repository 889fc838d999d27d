-- Deletes what has run out of panel tokens, tickets, sessions and sign-ins of all orgs. Tickets stay for 30 days more, so that an old link
-- can still say why it opens nothing. Runs as the owner, because it serves all orgs.
create or replace function delete_expired_tokens(now_at timestamptz) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  delete from panel_token_uses where expires_at < now_at;
  delete from onboarding_tickets where expires_at < now_at - interval '30 days';
  delete from onboarding_sessions where expires_at < now_at;
  delete from oauth_transactions where expires_at < now_at;
$$;
revoke execute on function delete_expired_tokens from public;
grant execute on function delete_expired_tokens to :"app";
