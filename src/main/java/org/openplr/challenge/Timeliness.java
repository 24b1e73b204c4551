package org.openplr.challenge;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.party.Ukprn;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/**
 * How well challenges are answered: counts only, of the last twelve months, by whoever answers. An organisation sees its own, the
 * service all.
 */
@Service
public class Timeliness {
    private static final int MONTHS = 12;

    /** In time is on the last day or before; a challenge counts where it was answered, whoever decided an appeal. */
    private static final String COUNTS = """
        select owner, count(*) as received,
            sum(case when due_by is not null or state = 'EVIDENCE_ASKED' then 1 else 0 end) as still_open,
            sum(case when due_by < ? then 1 else 0 end) as late,
            sum(case when answered_on is not null then 1 else 0 end) as answered,
            sum(case when answered_on <= coalesce(extended_to,
                case when twenty_by < month_by then twenty_by else month_by end) then 1 else 0 end) as in_time,
            sum(case when answer in ('UPHELD', 'PARTLY_UPHELD') then 1 else 0 end) as upheld
        from challenge where received_on > ?\
        """;

    private final Sql sql;
    private final InstantSource clock;

    @Inject
    Timeliness(Sql sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * The figures of one who answers.
     *
     * @param owner null for the service
     * @param received within twelve months
     * @param open of those
     * @param late of the open ones: something was due before today
     * @param inTime of the answered ones: on the last day or before
     * @param upheld wholly or partly
     */
    public record Figures(
            @Nullable Ukprn owner, int received, int open, int late, int answered, int inTime, int upheld) {
        private static final Figures NONE = new Figures(null, 0, 0, 0, 0, 0, 0);

        static Figures of(Sql.Row row) throws SQLException {
            var owner = row.text("owner");
            return new Figures(
                    owner.isEmpty() ? null : new Ukprn(owner),
                    row.number("received"),
                    row.number("still_open"),
                    row.number("late"),
                    row.number("answered"),
                    row.number("in_time"),
                    row.number("upheld"));
        }
    }

    /** An organisation's own. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Figures own(Actor.OrganisationUser user) {
        Right.ANSWER_CHALLENGES.require(user);
        return some(Optional.of(user.organisation())).stream().findFirst().orElse(Figures.NONE);
    }

    /** Everybody's, those with most that is late first. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Figures> all(Actor.Administrator administrator) {
        Right.SETTLE_CHALLENGES.require(administrator);
        return some(Optional.empty());
    }

    private List<Figures> some(Optional<Ukprn> owner) {
        var today = Deadlines.day(clock.instant());
        var values = new ArrayList<Object>(Arrays.<LocalDate>asList(today, today.minusMonths(MONTHS)));
        owner.ifPresent(one -> values.add(one.digits()));
        return sql.rows(
                COUNTS + (owner.isPresent() ? " and owner = ?" : "")
                        + " group by owner order by late desc, owner fetch first 1000 rows only",
                Figures::of,
                values);
    }
}
