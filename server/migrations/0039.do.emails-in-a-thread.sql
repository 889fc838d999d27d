-- The email of the same sender that an email follows, the reply to that email which it answers, and the first email of the thread. All are
-- null for an email that follows none
alter table sales_emails
  add column follows_email_id uuid,
  add column answers_response_id uuid,
  add column first_email_id uuid;
-- As headers name the reply; a reply that was noticed before has none
alter table responses add column message_id text;
alter type email_to_accept add attribute follows uuid, add attribute answers uuid;
