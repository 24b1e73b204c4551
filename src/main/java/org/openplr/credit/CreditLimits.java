package org.openplr.credit;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.openplr.learner.Quota;
import org.openplr.party.Actor;
import org.openplr.platform.Ids;
import org.openplr.platform.Part;
import org.openplr.platform.Sql;

/**
 * How much may be asked in a day: of different people as in a find ({@link Quota}), and of one person few references, so that
 * nobody asks for one after the other until a record is told. The figures are our own.
 */
@Part
class CreditLimits {
    /** Different references to a learner that an organisation may ask for in a day. */
    static final int REFERENCES = 10;

    /** Questions of a user in a day, the same one again counted. */
    static final int QUESTIONS = 500;

    /** Days for which a question is kept here; the ledger has it for good. */
    private static final int KEPT = 31;

    private static final ZoneId UK = ZoneId.of("Europe/London");
    private static final String OTHERS = "select count(*) as n from (select distinct reference from credit_question"
            + " where on_day = ? and ukprn = ? and uln = ? and reference <> ?) others";
    private static final String OWN = "select count(*) as n from credit_question where on_day = ? and account = ?";
    private static final String INSERT =
            "insert into credit_question (id, on_day, ukprn, account, uln, reference) values (?, ?, ?, ?, ?, ?)";

    private final Sql sql;
    private final Quota people;
    private final InstantSource clock;
    private final Ids ids;

    @Inject
    CreditLimits(Sql sql, Quota people, InstantSource clock, Ids ids) {
        this.sql = sql;
        this.people = people;
        this.clock = clock;
        this.ids = ids;
    }

    /** Whether this may be asked today, whoever has the number. */
    boolean allow(Actor.OrganisationUser user, CreditQuestion asked) {
        var others = List.of(
                today(),
                user.organisation().digits(),
                asked.uln().digits(),
                asked.reference().canonical());
        return people.allows(user, 1)
                && count(OTHERS, others) < REFERENCES
                && count(OWN, List.of(today(), user.account())) < QUESTIONS;
    }

    private int count(String query, List<?> values) {
        return sql.rows(query, row -> row.number("n"), values).getFirst();
    }

    /** Notes what was asked, whatever came of it: what was not confirmed counts as much as what was. */
    void note(Actor.OrganisationUser user, CreditQuestion asked, boolean confirmed) {
        people.tried(user, asked.uln(), confirmed);
        sql.update(
                INSERT,
                List.of(
                        ids.next(),
                        today(),
                        user.organisation().digits(),
                        user.account(),
                        asked.uln().digits(),
                        asked.reference().canonical()));
    }

    long untilTomorrow() {
        return people.untilTomorrow();
    }

    /** Forgets what was asked a month ago; returns how many questions went. */
    int forget() {
        return sql.update("delete from credit_question where on_day < ?", List.of(today().minusDays(KEPT)));
    }

    private LocalDate today() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return LocalDate.ofInstant(now, UK);
    }
}
