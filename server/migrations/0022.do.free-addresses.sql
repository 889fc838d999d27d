-- A user whose access has ended gives the address free and keeps the row, with everything in it: it belongs to the Salesforce user, not to the
-- address. The constraint keeps its name: releases that know 0017 name it in their invitations, and may serve beside this one.
alter table users add column address_held text generated always as (case when state <> 'deactivated' then email end) stored;
alter table users drop constraint one_user_per_address;
alter table users add constraint one_user_per_address unique (org_id, address_held);

-- Until now whoever was invited anew under such an address got that row, and which Salesforce user it belongs to was struck out. The user's
-- connection still says it: where nobody has signed in since, the row goes back to its Salesforce user, and an open invitation gets a row of its own.
-- One that has a row already gets no second: what was struck out then stays as it is, deactivated and nobody's.
-- The owner of the tables sees no row of a customer either
alter table users no force row level security;
alter table salesforce_connections no force row level security;
do $$
declare
  former record;
  invited uuid;
begin
  for former in
    select u.*, right(c.identity_url, 18) as owner, c.connected_at
      from users u join salesforce_connections c on c.org_id = u.org_id and c.user_id = u.id
     where u.salesforce_user_id is null and right(c.identity_url, 18) ~ '^005[a-zA-Z0-9]{15}$'
     order by u.org_id, c.connected_at desc
  loop
    update users set state = 'deactivated', role = 'rep', activated_at = former.connected_at,
        deactivated_at = coalesce(former.deactivated_at, former.invited_at),
        salesforce_user_id = case when not exists (select from users o where o.org_id = former.org_id and o.salesforce_user_id = former.owner)
                                  then former.owner end
      where org_id = former.org_id and id = former.id;
    continue when former.state <> 'invited';
    insert into users (org_id, email, role, invited_by, invited_at, invitation_sent_at, invitation_error)
      values (former.org_id, former.email, former.role, former.invited_by, former.invited_at, former.invitation_sent_at, former.invitation_error)
      returning id into invited;
    update onboarding_tickets set user_id = invited
      where org_id = former.org_id and user_id = former.id and purpose = 'invitation' and used_at is null;
  end loop;
end $$;
alter table salesforce_connections force row level security;
alter table users force row level security;
