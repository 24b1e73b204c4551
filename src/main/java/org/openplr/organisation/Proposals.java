package org.openplr.organisation;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.audit.Ledger;
import org.openplr.audit.ServiceEvent;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.platform.Ids;
import org.openplr.platform.Mistake;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/**
 * New organisations and new agreements take two administrators: one proposes, another approves, and only then it counts.
 * Who proposed something may take it back, never approve it.
 */
@Service
public class Proposals {
    private static final int MOST = 50;
    private static final String SELECT = "select " + Proposal.COLUMNS + " from organisation_proposal";
    private static final String NEWEST =
            SELECT + " order by proposed_at desc, id desc fetch first " + MOST + " rows only";
    private static final String INSERT = "insert into organisation_proposal (id, kind, ukprn, name, organisation_kind,"
            + " town, country, roles, stage, begins, ends, about, reason, proposed_by, proposed_at, state) values ("
            + Sql.places(16) + ")";
    private static final String DECIDE = "update organisation_proposal set state = ?, decided_by = ?, decided_at = ?,"
            + " decision = ? where id = ? and state = 'OPEN'";
    private static final String BY_ANOTHER = " and proposed_by <> ?";

    private final Sql sql;
    private final ProposalRules rules;
    private final ProposalEffect effect;
    private final Ledger ledger;
    private final InstantSource clock;
    private final Ids ids;

    @Inject
    Proposals(Sql sql, ProposalRules rules, ProposalEffect effect, Ledger ledger, InstantSource clock, Ids ids) {
        this.sql = sql;
        this.rules = rules;
        this.effect = effect;
        this.ledger = ledger;
        this.clock = clock;
        this.ids = ids;
    }

    /** The roles that an agreement can be about. */
    public static Set<Role> roles() {
        return EnumSet.complementOf(EnumSet.of(Role.LEARNER, Role.RECIPIENT, Role.ADMINISTRATOR));
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
        return propose(fresh(who, Proposal.Kind.ORGANISATION, proposed.name(), proposed, null, null, reason), who);
    }

    /**
     * Proposes an agreement with an organisation of the register.
     *
     * @param application the one that it comes of, if any
     * @throws Mistake UNPROCESSABLE with every fault
     */
    public UUID agreement(
            Actor.Administrator who, Ukprn number, Agreement.Terms terms, Optional<UUID> application, String reason) {
        var faults = ProposalRules.reasonFaults(reason);
        faults.addAll(rules.faults(number, terms));
        if (!faults.isEmpty()) throw Mistake.unprocessable(faults);
        var organisation = rules.find(number).orElseThrow();
        var about = application.orElse(null);
        return propose(
                fresh(who, Proposal.Kind.AGREEMENT, organisation.name(), organisation, terms, about, reason), who);
    }

    /**
     * Proposes that a recipient may have an account, by whoever reviewed it.
     *
     * @throws Mistake UNPROCESSABLE without a reason
     */
    public UUID recipient(Actor.Administrator who, UUID recipient, String name, String reason) {
        return propose(fresh(who, Proposal.Kind.RECIPIENT, name, null, null, recipient, reason), who);
    }

    /** What is wrong with a reason that an administrator gives; nothing may be. */
    public static List<Mistake.Fault> reasonFaults(String reason) {
        return ProposalRules.reasonFaults(reason);
    }

    private Proposal fresh(
            Actor.Administrator who,
            Proposal.Kind kind,
            String name,
            @Nullable Organisation organisation,
            Agreement.@Nullable Terms terms,
            @Nullable UUID about,
            String reason) {
        return new Proposal(
                ids.next(),
                kind,
                name.strip(),
                organisation,
                terms,
                about,
                reason.strip(),
                who.account(),
                now(),
                Proposal.State.OPEN,
                null,
                null);
    }

    private UUID propose(Proposal proposal, Actor.Administrator who) {
        var faults = ProposalRules.reasonFaults(proposal.reason());
        faults.addAll(rules.faults(proposal));
        if (!faults.isEmpty()) throw Mistake.unprocessable(faults);
        sql.update(INSERT, values(proposal));
        effect.ofMaking(proposal);
        ledger.write(ServiceEvent.done(who, "proposal.made", proposal.id()));
        return proposal.id();
    }

    private static List<@Nullable Object> values(Proposal proposal) {
        var organisation = proposal.organisation();
        var terms = proposal.terms();
        return Arrays.asList(
                proposal.id(),
                proposal.kind().name(),
                organisation == null ? "" : organisation.ukprn().digits(),
                proposal.name(),
                organisation == null ? "" : organisation.kind().name(),
                organisation == null ? "" : organisation.town().strip(),
                organisation == null ? "" : organisation.country().strip(),
                Agreements.textOf(proposal.roles()),
                terms == null ? null : terms.stage().name(),
                terms == null ? null : terms.from(),
                terms == null ? null : terms.until(),
                proposal.about(),
                proposal.reason(),
                proposal.proposedBy(),
                proposal.proposed(),
                proposal.state().name());
    }

    /**
     * Approves what another administrator proposed: it is in force.
     *
     * @throws Mistake UNPROCESSABLE without a reason, and with every fault that there is by now
     */
    public ProposalOutcome approve(Actor.Administrator who, UUID id, String reason) {
        insistOn(reason);
        var values = decision(who, id, Proposal.State.APPROVED, reason);
        values.add(who.account());
        if (sql.update(DECIDE + BY_ANOTHER, values) == 0) return notDecided(who, id, "proposal.approved");
        var approved = find(who, id).orElseThrow();
        insistOnRules(approved);
        effect.of(who, approved, now());
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
        effect.ofRefusing(find(who, id).orElseThrow());
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
        var faults = ProposalRules.reasonFaults(reason);
        if (!faults.isEmpty()) throw Mistake.unprocessable(faults);
    }

    /** Between a proposal and its approval an organisation may be deactivated, or another agreement begin. */
    private void insistOnRules(Proposal approved) {
        var faults = rules.faults(approved);
        if (!faults.isEmpty()) throw Mistake.unprocessable(faults);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
