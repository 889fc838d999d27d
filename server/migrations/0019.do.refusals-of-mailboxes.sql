-- What a vendor has against a mailbox, for all processes; it ends with what works again
alter table email_connections
  -- refusals in a row that were not about a message: each makes the next wait of the lane longer
  add column send_refusals integer not null default 0,
  -- what is the matter, since when, and how often it was said in a row
  add column trouble       text check (trouble in ('closed', 'doubtful', 'suspended', 'full', 'moving', 'limit')),
  add column trouble_since timestamptz,
  add column trouble_count integer not null default 0;

-- The addresses that the vendor did not take, or that may get nothing
alter table sales_emails add column refused_recipients text[] not null default '{}';

-- When an email last left the mailbox, or may have; written once an hour at most. It decides how soon the mailbox is looked at again
alter table mailbox_watches add column last_sent_at timestamptz;
alter table sales_emails no force row level security;
alter table mailbox_watches no force row level security;
update mailbox_watches w set last_sent_at = (select max(e.sent_at) from sales_emails e where e.email_connection_id = w.connection_id and e.org_id = w.org_id);
alter table mailbox_watches force row level security;
alter table sales_emails force row level security;
