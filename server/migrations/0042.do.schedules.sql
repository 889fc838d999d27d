-- When a rep wants an email to leave, as the clocks of a zone show it: '2026-12-02T09:00' and 'Europe/Berlin'. `due_at` is the moment that
-- this comes to; where the rules of the zone change, the time of the clock is what stays. A draft has it too
alter table sales_emails add column schedule_local text, add column schedule_zone text;
alter table sales_emails add constraint whole_schedules check ((schedule_local is null) = (schedule_zone is null)) not valid;
alter type email_to_accept add attribute schedule_local text, add attribute schedule_zone text;
