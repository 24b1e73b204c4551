package org.openplr.organisation;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.audit.Ledger;
import org.openplr.audit.ServiceEvent;
import org.openplr.party.Actor;
import org.openplr.platform.Ids;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/** Organisations that want to join, as administrators find them beside the proposals that come of them. */
@Service
public class Applications {
    static final int PER_HOUR = 5;

    private static final int MOST = 100;
    private static final String SELECT = "select " + Application.COLUMNS + " from organisation_application";
    private static final String WAITING =
            SELECT + " where state = 'WAITING' order by applied_at, id fetch first " + MOST + " rows only";
    private static final String INSERT = "insert into organisation_application (id, ukprn, name, contact, email,"
            + " telephone, roles, signatory, signatory_position, client, applied_at, state) values ("
            + Sql.places(11) + ", 'WAITING')";
    private static final String ASKED =
            "select count(*) as asked from organisation_application where client = ? and applied_at > ?";
    private static final String DONE =
            "update organisation_application set state = ?, decision = ? where id = ? and state = 'WAITING'";

    private final Sql sql;
    private final Ledger ledger;
    private final InstantSource clock;
    private final Ids ids;

    @Inject
    Applications(Sql sql, Ledger ledger, InstantSource clock, Ids ids) {
        this.sql = sql;
        this.ledger = ledger;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * An organisation applies. The answer says nothing about what the register has of this number.
     *
     * @throws Mistake UNPROCESSABLE with every fault, TOO_MANY after five in an hour from one place
     */
    public UUID apply(Actor.Checker who, Application.Wanted wanted) {
        var faults = faults(wanted);
        if (!faults.isEmpty()) throw Mistake.unprocessable(faults);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (asked(who.client(), now.minus(1, ChronoUnit.HOURS)) >= PER_HOUR)
            throw Mistake.tooMany(ChronoUnit.HOURS.getDuration().toSeconds());
        var id = ids.next();
        sql.update(
                INSERT,
                List.of(
                        id,
                        wanted.ukprn().digits(),
                        wanted.name().strip(),
                        wanted.contact().strip(),
                        wanted.email().text(),
                        wanted.telephone().strip(),
                        Agreements.textOf(wanted.roles()),
                        wanted.signatory().strip(),
                        wanted.position().strip(),
                        who.client(),
                        now));
        ledger.write(ServiceEvent.done(who, "organisation.applied", id));
        return id;
    }

    private int asked(String client, Instant since) {
        return sql.rows(ASKED, row -> row.number("asked"), List.of(client, since))
                .getFirst();
    }

    private static List<Fault> faults(Application.Wanted wanted) {
        var faults = new ArrayList<Fault>();
        required(faults, "name", wanted.name(), 150);
        required(faults, "contact", wanted.contact(), 100);
        said(faults, "telephone", wanted.telephone(), 40);
        if (wanted.roles().isEmpty()) faults.add(Fault.at("roles", "missing"));
        else if (!Proposals.roles().containsAll(wanted.roles())) faults.add(Fault.at("roles", "unknown-value"));
        required(faults, "signatory", wanted.signatory(), 100);
        required(faults, "position", wanted.position(), 100);
        return faults;
    }

    private static void required(List<Fault> faults, String field, String text, int most) {
        if (text.isBlank()) faults.add(Fault.at(field, "missing"));
        else said(faults, field, text, most);
    }

    private static void said(List<Fault> faults, String field, String text, int most) {
        if (text.chars().anyMatch(Character::isISOControl)) faults.add(Fault.at(field, "control-character"));
        else ProposalRules.tooLong(field, text, most).ifPresent(faults::add);
    }

    /** Those that wait, the oldest first. */
    public List<Application> waiting(Actor.Administrator who) {
        return sql.rows(WAITING, Application::of, List.of());
    }

    /** One of them, whatever became of it. */
    public Optional<Application> find(Actor.Administrator who, UUID id) {
        return sql.rows(SELECT + " where id = ?", Application::of, List.of(id)).stream()
                .findFirst();
    }

    /**
     * One administrator declines it; false where it does not wait any more.
     *
     * @throws Mistake UNPROCESSABLE without a reason
     */
    public boolean decline(Actor.Administrator who, UUID id, String reason) {
        var faults = ProposalRules.reasonFaults(reason);
        if (!faults.isEmpty()) throw Mistake.unprocessable(faults);
        if (sql.update(DONE, List.of(Application.State.DECLINED.name(), reason.strip(), id)) == 0) return false;
        ledger.write(ServiceEvent.done(who, "organisation.declined", id));
        return true;
    }

    /** A proposal of an agreement was made of it. */
    void proposed(UUID id) {
        sql.update(DONE, List.of(Application.State.PROPOSED.name(), "", id));
    }
}
