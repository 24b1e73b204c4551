package org.openplr.identity;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.openplr.audit.Ledger;
import org.openplr.audit.ServiceEvent;
import org.openplr.party.Actor;
import org.openplr.party.Ukprn;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/** Four times a year somebody confirms that everybody of an organisation still needs their access. */
@Service
public class PeopleReview {
    static final Duration EVERY = Duration.ofDays(91);

    private static final String FIND = "select confirmed_at from identity_people_review where ukprn = ?";
    private static final String UPDATE =
            "update identity_people_review set confirmed_by = ?, confirmed_at = ? where ukprn = ?";
    private static final String INSERT =
            "insert into identity_people_review (confirmed_by, confirmed_at, ukprn) values (?, ?, ?)";

    private final Sql sql;
    private final PersonRows rows;
    private final Ledger ledger;
    private final InstantSource clock;

    @Inject
    PeopleReview(Sql sql, PersonRows rows, Ledger ledger, InstantSource clock) {
        this.sql = sql;
        this.rows = rows;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** When it was confirmed last. */
    public Optional<Instant> last(Actor who, Ukprn organisation) {
        if (!PeopleRules.mayManage(who, organisation)) return Optional.empty();
        return sql.rows(FIND, row -> row.moment("confirmed_at"), List.of(organisation.digits())).stream()
                .findFirst();
    }

    /** Whether it is time again; never for whoever does not look after these people. */
    public boolean isDue(Actor who, Ukprn organisation) {
        return PeopleRules.mayManage(who, organisation)
                && last(who, organisation)
                        .filter(at -> at.plus(EVERY).isAfter(clock.instant()))
                        .isEmpty();
    }

    /** Confirms it; false for whoever does not look after these people. */
    public boolean confirm(Actor who, Ukprn organisation) {
        var account =
                PeopleRules.mayManage(who, organisation) ? Optional.of(PeopleRules.account(who)) : Optional.empty();
        if (account.isEmpty()) {
            ledger.write(ServiceEvent.refused(who, "people.reviewed", "not-super", Optional.empty()));
            return false;
        }
        rows.hold(organisation);
        var values = List.of(account.get(), clock.instant().truncatedTo(ChronoUnit.MILLIS), organisation.digits());
        if (sql.update(UPDATE, values) == 0) sql.update(INSERT, values);
        ledger.write(ServiceEvent.done(who, "people.reviewed", PeopleRules.account(who)));
        return true;
    }
}
