-- The number of a recipient as long as it is approved: of two with one number the database approves one. Nulls do not count.
alter table recipient add column approved_number varchar(21);
update recipient set approved_number = register || ' ' || number
    where state = 'APPROVED' and not exists (select 1 from recipient other where other.state = 'APPROVED'
        and other.register = recipient.register and other.number = recipient.number and other.id < recipient.id);
alter table recipient add constraint recipient_approved_once unique (approved_number);
