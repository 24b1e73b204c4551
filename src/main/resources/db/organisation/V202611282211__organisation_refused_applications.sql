-- An application whose proposals were all refused waits again.
update organisation_application set state = 'WAITING', decision = null
    where state = 'PROPOSED'
    and exists (select 1 from organisation_proposal made where made.about = organisation_application.id)
    and not exists (select 1 from organisation_proposal made
        where made.about = organisation_application.id and made.state <> 'REFUSED');
