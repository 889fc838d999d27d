-- Looks at pictures that nobody has inserted, kept or sent for seven days. One that no email has is deleted, one in a draft or a template
-- is looked at again seven days later, and one of any other email stays from then on. Some hundreds at once, and none that somebody is
-- using in this moment. Runs as the owner, because it serves all orgs.
create or replace function delete_unused_pictures(now_at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  picture record;
  address text;
begin
  for picture in
    select p.org_id, p.id, p.user_id, p.created_at from email_pictures p
     where p.unused_since < now_at - interval '7 days' order by p.unused_since limit 300 for update skip locked
  loop
    address := concat('/pictures/', picture.org_id, '.', picture.id);
    -- Both questions by the user's own indexes. An email is written after its pictures were
    if exists (select from sales_emails e
                where e.org_id = picture.org_id and e.user_id = picture.user_id and e.idempotency_key is not null and e.state <> 'draft'
                  and e.created_at >= picture.created_at and position(address in e.body_html) > 0) then
      update email_pictures p set unused_since = null where p.org_id = picture.org_id and p.id = picture.id;
    elsif exists (select from sales_emails e
                   where e.org_id = picture.org_id and e.user_id = picture.user_id and e.state = 'draft'
                     and position(address in e.body_html) > 0)
          or exists (select from templates t
                      where t.org_id = picture.org_id and t.saved_by = picture.user_id and position(address in t.body_html) > 0)
          or exists (select from bulk_emails b
                      where b.org_id = picture.org_id and b.user_id = picture.user_id and b.state = 'draft'
                        and (position(address in b.body_html) > 0
                             or exists (select from bulk_email_recipients r
                                         where r.org_id = b.org_id and r.bulk_email_id = b.id
                                           and position(address in r.body_html) > 0))) then
      update email_pictures p set unused_since = now_at where p.org_id = picture.org_id and p.id = picture.id;
    else
      delete from email_pictures p where p.org_id = picture.org_id and p.id = picture.id;
    end if;
  end loop;
end $$;
revoke execute on function delete_unused_pictures from public;
grant execute on function delete_unused_pictures to :"app";
