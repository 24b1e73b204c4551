package org.openplr.organisation;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openplr.audit.Ledger;
import org.openplr.audit.ServiceEvent;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.platform.Ids;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/**
 * New organisations and new agreements take two administrators: one proposes, another approves, and only then it counts.
 * Who proposed something may take it back, never approve it.
 */
@Service
public class Proposals {
    private static final int MOST = 50;
    private static final int LONGEST_REASON = 500;
    private static final String SELECT = "select " + Proposal.COLUMNS + " from organisation_proposal";
    private static final String NEWEST =
            SELECT + " order by proposed_at desc, id desc fetch first " + MOST + " rows only";
    private static final String INSERT = "insert into organisation_proposal (id, kind, ukprn, name, organisation_kind,"
            + " town, country, roles, reason, proposed_by, proposed_at, state) values (" + Sql.places(12) + ")";
    private static final String DECIDE = "update organisation_proposal set state = ?, decided_by = ?, decided_at = ?,"
            + " decision = ? where id = ? and state = 'OPEN'";
    private static final String BY_ANOTHER = " and proposed_by <> ?";

    private final Sql sql;
    private final Organisations organisations;
    private final ProposalEffect effect;
    private final Ledger ledger;
    private final InstantSource clock;
    private final Ids ids;

    @Inject
    Proposals(
            Sql sql, Organisations organisations, ProposalEffect effect, Ledger ledger, InstantSource clock, Ids ids) {
        this.sql = sql;
        this.organisations = organisations;
        this.effect = effect;
        this.ledger = ledger;
        this.clock = clock;
        this.ids = ids;
    }

    /** The roles that an agreement can be about. */
    public static Set<Role> roles() {
        return EnumSet.complementOf(EnumSet.of(Role.LEARNER, Role.ADMINISTRATOR));
    }

    /** The newest first, at most 50. */
    public List<Proposal> newest(Actor.Administrator who) {
        return sql.rows(NEWEST, Proposal::of, List.of());
    }

    /** One of them. */
    public Optional<Proposal> find(Actor.Administrator who, UUID id) {
        return sql.rows(SELECT + " where id = ?", Proposal::of, List.of(id)).stream()
                .findFirst();
    }

    /**
     * Proposes a new organisation.
     *
     * @throws Mistake UNPROCESSABLE with every fault
     */
    public UUID organisation(Actor.Administrator who, Organisation proposed, String reason) {
        var faults = reasonFaults(reason);
        if (proposed.name().isBlank()) faults.add(Fault.at("name", "missing"));
        else tooLong("name", proposed.name(), 150).ifPresent(faults::add);
        tooLong("town", proposed.town(), 100).ifPresent(faults::add);
        tooLong("country", proposed.country(), 60).ifPresent(faults::add);
        if (organisations.find(proposed.ukprn()).isPresent()) faults.add(Fault.at("ukprn", "organisation-known"));
        if (!faults.isEmpty()) throw Mistake.unprocessable(faults);
        return propose(who, Proposal.Kind.ORGANISATION, proposed, Set.of(), reason);
    }

    /**
     * Proposes an agreement with an organisation of the register.
     *
     * @throws Mistake UNPROCESSABLE with every fault
     */
    public UUID agreement(Actor.Administrator who, Ukprn number, Set<Role> roles, String reason) {
        var faults = reasonFaults(reason);
        var organisation = organisations.find(number);
        if (organisation.isEmpty()) faults.add(Fault.at("ukprn", "organisation-unknown"));
        if (!roles().containsAll(roles)) faults.add(Fault.at("roles", "unknown-value"));
        if (!faults.isEmpty()) throw Mistake.unprocessable(faults);
        return propose(who, Proposal.Kind.AGREEMENT, organisation.orElseThrow(), roles, reason);
    }

    private UUID propose(
            Actor.Administrator who, Proposal.Kind kind, Organisation about, Set<Role> roles, String reason) {
        var id = ids.next();
        sql.update(
                INSERT,
                List.of(
                        id,
                        kind.name(),
                        about.ukprn().digits(),
                        about.name().strip(),
                        about.kind().name(),
                        about.town().strip(),
                        about.country().strip(),
                        Agreements.textOf(roles),
                        reason.strip(),
                        who.account(),
                        now(),
                        Proposal.State.OPEN.name()));
        ledger.write(ServiceEvent.done(who, "proposal.made", id));
        return id;
    }

    /**
     * Approves what another administrator proposed: it is in force.
     *
     * @throws Mistake UNPROCESSABLE without a reason
     */
    public ProposalOutcome approve(Actor.Administrator who, UUID id, String reason) {
        insistOn(reason);
        var values = decision(who, id, Proposal.State.APPROVED, reason);
        values.add(who.account());
        if (sql.update(DECIDE + BY_ANOTHER, values) == 0) return notDecided(who, id, "proposal.approved");
        effect.of(find(who, id).orElseThrow(), now());
        return done(who, id, "proposal.approved");
    }

    /**
     * Refuses it, or takes one's own back.
     *
     * @throws Mistake UNPROCESSABLE without a reason
     */
    public ProposalOutcome refuse(Actor.Administrator who, UUID id, String reason) {
        insistOn(reason);
        if (sql.update(DECIDE, decision(who, id, Proposal.State.REFUSED, reason)) == 0)
            return notDecided(who, id, "proposal.refused");
        return done(who, id, "proposal.refused");
    }

    private List<Object> decision(Actor.Administrator who, UUID id, Proposal.State state, String reason) {
        return new ArrayList<>(List.of(state.name(), who.account(), now(), reason.strip(), id));
    }

    private ProposalOutcome done(Actor.Administrator who, UUID id, String what) {
        ledger.write(ServiceEvent.done(who, what, id));
        return new ProposalOutcome.Done();
    }

    private ProposalOutcome notDecided(Actor.Administrator who, UUID id, String what) {
        var found = find(who, id);
        if (found.isEmpty()) return new ProposalOutcome.NotFound();
        var decided = found.get().state() != Proposal.State.OPEN;
        ledger.write(ServiceEvent.refused(who, what, decided ? "decided" : "own", Optional.of(id)));
        return decided ? new ProposalOutcome.Decided() : new ProposalOutcome.Own();
    }

    private static void insistOn(String reason) {
        var faults = reasonFaults(reason);
        if (!faults.isEmpty()) throw Mistake.unprocessable(faults);
    }

    private static List<Fault> reasonFaults(String reason) {
        var faults = new ArrayList<Fault>();
        if (reason.isBlank()) faults.add(Fault.at("reason", "missing"));
        else tooLong("reason", reason, LONGEST_REASON).ifPresent(faults::add);
        return faults;
    }

    private static Optional<Fault> tooLong(String field, String text, int most) {
        return text.strip().length() > most
                ? Optional.of(Fault.at(field, "too-long", Integer.toString(most)))
                : Optional.empty();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
