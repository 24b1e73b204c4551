-- Whoever makes a share of a learner first updates one of these rows, and so waits for whoever does so already: how many
-- shares live, and which calls were answered, is then asked by one after the other. Which row, the number of the learner
-- says (Grants); openings never touch them.
create table share_turn (
    place  integer          not null,
    taken  bigint default 0 not null,
    constraint share_turn_pk primary key (place)
);
insert into share_turn (place, taken)
    select tens.digit * 10 + ones.digit, 0
    from (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) as tens (digit),
        (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) as ones (digit);
