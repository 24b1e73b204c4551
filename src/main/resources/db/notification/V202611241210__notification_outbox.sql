-- What is to be told to whom, by ids: no address, no number of a learner, no secret. One event is told to one once.
create table notification_message (
  id varchar(36) not null constraint notification_message_pk primary key,
  event varchar(80) not null,
  recipient varchar(36) not null,
  template varchar(20) not null,
  about varchar(36),
  who varchar(250) not null,
  proof varchar(20) not null,
  happened_at timestamp not null,
  made_at timestamp not null,
  state varchar(10) not null,
  tries integer not null,
  next_try_at timestamp not null,
  done_at timestamp,
  trouble varchar(20) not null,
  constraint notification_message_once unique (event, recipient)
);
create index notification_message_due on notification_message (state, next_try_at);
create index notification_message_about on notification_message (about, template, happened_at);

-- One row: how far the ledger is read, and up to when reminders were looked for. Whoever reads on holds it.
create table notification_progress (
  id smallint not null constraint notification_progress_pk primary key,
  leaf bigint not null,
  reminded_until timestamp not null,
  constraint notification_progress_one check (id = 1)
);

-- What is in the ledger already was before anybody could be told: it is not told now.
insert into notification_progress (id, leaf, reminded_until)
  select 1, tree_size, current_timestamp from ledger_head where id = 1;
