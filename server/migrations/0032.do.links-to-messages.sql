-- Where the vendor shows the message that left, as the vendor says it. Null: it has not said, or its links are made of other ids
alter table sales_emails add column web_link text;
