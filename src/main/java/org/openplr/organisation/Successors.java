package org.openplr.organisation;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.audit.Ledger;
import org.openplr.audit.ServiceEvent;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.party.Ukprn;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/** Who answers for an organisation that is gone: whoever took over its learners and its data. */
@Service
public class Successors {
    private static final int FURTHEST = 10;
    private static final int LONGEST_REASON = 250;

    private final Sql sql;
    private final Organisations organisations;
    private final Agreements agreements;
    private final Ledger ledger;
    private final InstantSource clock;

    @Inject
    Successors(Sql sql, Organisations organisations, Agreements agreements, Ledger ledger, InstantSource clock) {
        this.sql = sql;
        this.organisations = organisations;
        this.agreements = agreements;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Notes who took over; what was noted before of the one that is gone is replaced.
     *
     * @throws Mistake NOT_FOUND for whoever may not, UNPROCESSABLE where one of them is unknown, or the two lead in a circle
     */
    public void note(Actor.Administrator administrator, Ukprn gone, Ukprn successor, String reason) {
        Right.SETTLE_CHALLENGES.require(administrator);
        if (organisations.find(gone).isEmpty()) throw Mistake.unprocessable(Fault.at("gone", "not-a-ukprn"));
        if (organisations.find(successor).isEmpty() || end(successor).equals(gone))
            throw Mistake.unprocessable(Fault.at("successor", "not-a-ukprn"));
        var why = reason.strip();
        if (why.isEmpty()) throw Mistake.unprocessable(Fault.at("reason", "missing"));
        if (why.length() > LONGEST_REASON)
            throw Mistake.unprocessable(Fault.at("reason", "too-long", Integer.toString(LONGEST_REASON)));
        sql.update("delete from organisation_successor where ukprn = ?", List.of(gone.digits()));
        sql.update(
                "insert into organisation_successor (ukprn, successor, reason, administrator, noted_at)"
                        + " values (?, ?, ?, ?, ?)",
                List.of(
                        gone.digits(),
                        successor.digits(),
                        why,
                        administrator.account(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        ledger.write(ServiceEvent.done(
                administrator,
                "organisation.successor-noted",
                new UUID(Long.parseLong(gone.digits()), Long.parseLong(successor.digits()))));
    }

    /** Whoever answers for an organisation today: itself, or who took over; empty where nobody does. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Ukprn> answering(Ukprn organisation) {
        return Optional.of(end(organisation)).filter(this::isThere);
    }

    private Ukprn end(Ukprn organisation) {
        var reached = organisation;
        for (var step = 0; step < FURTHEST && !isThere(reached); step++) {
            var next = next(reached);
            if (next.isEmpty()) return reached;
            reached = next.get();
        }
        return reached;
    }

    private Optional<Ukprn> next(Ukprn gone) {
        return sql
                .rows(
                        "select successor from organisation_successor where ukprn = ?",
                        row -> new Ukprn(row.text("successor")),
                        List.of(gone.digits()))
                .stream()
                .findFirst();
    }

    /** Whether it stands in the register and has not ended its agreement. */
    private boolean isThere(Ukprn organisation) {
        return organisations
                        .find(organisation)
                        .filter(one -> one.status().isOffered())
                        .isPresent()
                && agreements
                        .counting(organisation)
                        .filter(agreement -> agreements.state(agreement) == Agreement.State.ENDED)
                        .isEmpty();
    }
}
