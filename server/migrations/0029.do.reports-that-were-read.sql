-- Whether a bounce was told by a report that was read as a whole. Null: from a release before. Only then does "unknown" mean that the
-- server did not say why
alter table responses add column bounce_report_read boolean;
alter table sales_emails add column bounce_report_read boolean;
