package org.openplr.identity;

import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.openplr.audit.AuditFixtures;
import org.openplr.learner.LearnerFixtures;
import org.openplr.organisation.Organisation;
import org.openplr.organisation.OrganisationFixtures;
import org.openplr.organisation.OrganisationKind;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.platform.Ids;
import org.openplr.platform.Settings;
import org.openplr.platform.Sql;

/** Accounts and those who use them, for tests. */
public final class IdentityFixtures {
    static final Settings SETTINGS = settings();

    private IdentityFixtures() {}

    private static Settings settings() {
        var given = Map.of("openplr.demo", "false", "openplr.data", "target/identity-test");
        return Settings.read(name -> Optional.ofNullable(given.get(name)));
    }

    static Ids ids(InstantSource clock) {
        return new Ids(clock, new SecureRandom());
    }

    /** The service that opens accounts. */
    public static Accounts accounts(EntityManager em, InstantSource clock) {
        return new Accounts(new Sql(em), clock, ids(clock), AuditFixtures.ledger(em, clock));
    }

    /** The service with which learners say where they are told. */
    public static EmailAddresses emails(EntityManager em, InstantSource clock) {
        var sql = new Sql(em);
        var codes = new EmailCodes(sql, SETTINGS.secrets(), ids(clock));
        return new EmailAddresses(new MailboxRows(sql), codes, AuditFixtures.ledger(em, clock), clock, ids(clock));
    }

    /** Where messages go. */
    public static Mailboxes mailboxes(Sql sql, InstantSource clock) {
        var codes = new EmailCodes(sql, SETTINGS.secrets(), ids(clock));
        return new Mailboxes(new MailboxRows(sql), codes, LearnerFixtures.learners(sql), clock);
    }

    static Sessions sessions(EntityManager em, InstantSource clock) {
        return new Sessions(new Sql(em), SETTINGS.secrets(), clock, ids(clock), AuditFixtures.ledger(em, clock));
    }

    static SignIn signIn(EntityManager em, InstantSource clock) {
        return new SignIn(accounts(em, clock), SETTINGS.secrets(), clock, ids(clock));
    }

    static AccessTokens tokens(InstantSource clock) {
        return new AccessTokens(SETTINGS, clock, ids(clock));
    }

    static Bearers bearers(EntityManager em, InstantSource clock) {
        return new Bearers(tokens(clock), new ClientRows(new Sql(em)), clock);
    }

    static ApiClients clients(EntityManager em, InstantSource clock) {
        var rows = new ClientRows(new Sql(em));
        return new ApiClients(
                rows,
                new ClientMaking(rows, SETTINGS.secrets(), ids(clock)),
                OrganisationFixtures.organisations(em),
                AuditFixtures.ledger(em, clock),
                clock);
    }

    static ClientTokens clientTokens(EntityManager em, InstantSource clock) {
        return clientTokens(em, clock, SETTINGS);
    }

    static ClientTokens clientTokens(EntityManager em, InstantSource clock, Settings settings) {
        var sql = new Sql(em);
        var rows = new ClientRows(sql);
        var proofs = new ClientProofs(
                rows,
                new ClientAssertions(settings, clock),
                new UsedAssertions(sql, settings.secrets(), clock),
                settings);
        return new ClientTokens(
                proofs, new ClientVisits(rows, tokens(clock), AuditFixtures.ledger(em, clock), clock), clock);
    }

    /** The service that takes in the systems of the demo data. */
    public static DemoClients demoClients(EntityManager em, InstantSource clock) {
        return demoClients(em, clock, SETTINGS);
    }

    static DemoClients demoClients(EntityManager em, InstantSource clock, Settings settings) {
        return new DemoClients(new ClientRows(new Sql(em)), settings, clock, ids(clock));
    }

    /** Somebody who looks after the systems of an organisation of their own, a school that is in the register. */
    static Actor.OrganisationUser superUser(EntityManager em) {
        var number = new Ukprn("1" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999));
        OrganisationFixtures.register(em)
                .take(List.of(new Organisation(number, "Some School", OrganisationKind.PROVIDER, "", "")));
        return new Actor.OrganisationUser(UUID.randomUUID(), number, Set.of(Role.REGISTRATION_SUPER));
    }

    static String someName() {
        return "learner-" + UUID.randomUUID();
    }

    static Uln someUln() {
        var random = ThreadLocalRandom.current();
        Optional<Uln> uln;
        do uln = Uln.fromFirstNine(Integer.toString(random.nextInt(100_000_000, 1_000_000_000)));
        while (uln.isEmpty());
        return uln.get();
    }

    static NewAccount learner(String username, String password) {
        return new NewAccount(AccountKind.LEARNER, username, password, someUln(), null, Set.of(Role.LEARNER));
    }

    static NewAccount client(String username, String password) {
        return new NewAccount(
                AccountKind.CLIENT, username, password, null, new Ukprn("10000001"), Set.of(Role.AWARDING));
    }

    static NewAccount administrator(String username, String password) {
        return new NewAccount(AccountKind.USER, username, password, null, null, Set.of(Role.ADMINISTRATOR));
    }
}
