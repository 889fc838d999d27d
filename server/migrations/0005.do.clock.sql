-- The local world's clock: all processes that run with CLOCK=shared add this to the machine's time.
create table clock_offset (
  only_row   boolean primary key default true check (only_row),
  offset_ms  bigint not null
);
insert into clock_offset (offset_ms) values (0);
