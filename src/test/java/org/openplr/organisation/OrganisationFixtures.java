package org.openplr.organisation;

import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.openplr.audit.AuditFixtures;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.platform.Ids;
import org.openplr.platform.Sql;
import org.openplr.testing.FixedClock;

/** The provider register for the tests of other contexts. */
public final class OrganisationFixtures {
    private OrganisationFixtures() {}

    public static Organisations organisations(EntityManager em) {
        return organisations(new Sql(em));
    }

    public static Organisations organisations(Sql sql) {
        return new Organisations(sql);
    }

    public static OrganisationRegister register(EntityManager em) {
        return register(new Sql(em));
    }

    public static OrganisationRegister register(Sql sql) {
        return new OrganisationRegister(sql);
    }

    public static ProviderRegister providers(EntityManager em) {
        return new ProviderRegister(new Sql(em), register(em), organisations(em));
    }

    public static Agreements agreements(EntityManager em, InstantSource clock) {
        return agreements(new Sql(em), clock);
    }

    public static Agreements agreements(Sql sql, InstantSource clock) {
        return new Agreements(sql, AuditFixtures.ledger(sql, clock), clock, ids(clock));
    }

    /** An agreement that two administrators made. */
    public static void agree(EntityManager em, InstantSource clock, Ukprn organisation, Agreement.Terms terms) {
        agreements(em, clock).enter(organisation, terms, UUID.randomUUID(), clock.instant());
    }

    /** The same, live since years ago. */
    public static void agree(EntityManager em, Ukprn organisation, Role... roles) {
        var terms = new Agreement.Terms(Set.of(roles), Agreement.Stage.LIVE, LocalDate.of(2018, 9, 3), null);
        agree(em, FixedClock.at("2018-09-01T09:30:00Z"), organisation, terms);
    }

    /** Who took over from whom. */
    public static Successors successors(EntityManager em, InstantSource clock) {
        return new Successors(
                new Sql(em), organisations(em), agreements(em, clock), AuditFixtures.ledger(em, clock), clock);
    }

    public static AwardingOrganisations awarding(EntityManager em) {
        return new AwardingOrganisations(new Sql(em), register(em));
    }

    public static AssessmentOrganisations assessment(EntityManager em) {
        return new AssessmentOrganisations(new Sql(em), register(em));
    }

    public static Proposals proposals(EntityManager em, InstantSource clock, ApprovesRecipient... recipients) {
        return proposals(new Sql(em), clock, recipients);
    }

    /** What takes two administrators, on statements of its own. */
    public static Proposals proposals(Sql sql, InstantSource clock, ApprovesRecipient... recipients) {
        var ledger = AuditFixtures.ledger(sql, clock);
        var applications = new Applications(sql, ledger, clock, ids(clock));
        return new Proposals(
                sql,
                new ProposalRules(organisations(sql), agreements(sql, clock)),
                new ProposalEffect(register(sql), agreements(sql, clock), applications, List.of(recipients)),
                ledger,
                clock,
                ids(clock));
    }

    static Applications applications(EntityManager em, InstantSource clock) {
        return new Applications(new Sql(em), AuditFixtures.ledger(em, clock), clock, ids(clock));
    }

    private static Ids ids(InstantSource clock) {
        return new Ids(clock, new SecureRandom());
    }
}
