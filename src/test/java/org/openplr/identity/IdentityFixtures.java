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
import org.openplr.audit.LedgerEntry;
import org.openplr.learner.LearnerFixtures;
import org.openplr.organisation.Organisation;
import org.openplr.organisation.OrganisationFixtures;
import org.openplr.organisation.OrganisationKind;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.platform.Ids;
import org.openplr.platform.Secrets;
import org.openplr.platform.Settings;
import org.openplr.platform.Sql;

/** Accounts and those who use them, for tests. */
public final class IdentityFixtures {
    static final Settings SETTINGS = settings();
    static final String PASSPHRASE = "correct horse battery staple";

    private IdentityFixtures() {}

    private static Settings settings() {
        return settings("offered");
    }

    static Settings settings(String secondFactor) {
        var given = Map.of(
                "openplr.demo", "false", "openplr.data", "target/identity-test", "openplr.second-factor", secondFactor);
        return Settings.read(name -> Optional.ofNullable(given.get(name)));
    }

    /** What decides whether ID tokens are taken. */
    public static IdTokens idTokens(InstantSource clock) {
        return new IdTokens(new SignedTokens(clock));
    }

    /** What decides whether proven identities are. */
    public static ProvenIdentities provenIdentities(InstantSource clock) {
        return new ProvenIdentities(new SignedTokens(clock));
    }

    /** Ids. */
    public static Ids ids(InstantSource clock) {
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
        var tickets = new Tickets(sql, SETTINGS.secrets(), clock, ids(clock));
        return new Mailboxes(
                new MailboxRows(sql),
                codes,
                tickets,
                new ForgottenCodes(SETTINGS.secrets()),
                LearnerFixtures.learners(sql),
                clock);
    }

    /** What an agreement makes of roles. */
    static CountingRoles roles(EntityManager em, InstantSource clock) {
        return new CountingRoles(OrganisationFixtures.agreements(em, clock));
    }

    static Sessions sessions(EntityManager em, InstantSource clock) {
        return new Sessions(
                new Sql(em), SETTINGS.secrets(), clock, ids(clock), AuditFixtures.ledger(em, clock), roles(em, clock));
    }

    static SignIn signIn(EntityManager em, InstantSource clock) {
        return new House(em, clock).signIn;
    }

    /** Everything of this context, on one entity manager at one time. */
    static final class House {
        final Sql sql;
        final People people;
        final PeopleReview review;
        final Joining joining;
        final Accounts accounts;
        final Sessions sessions;
        final Tries tries;
        final Tickets tickets;
        final Freshness freshness;
        final SignIn signIn;
        final StepUp stepUp;
        final SecondStep secondStep;
        final RecoveryCodes recoveryCodes;
        final Passphrases passphrases;
        final ForgottenLimits limits;
        final Forgotten forgotten;
        final ForgottenChoice choice;
        final Passkeys passkeys;
        final PasskeySignIn passkeySignIn;

        House(EntityManager em, InstantSource clock) {
            this(em, clock, new Tries(SETTINGS.secrets(), clock));
        }

        House(EntityManager em, InstantSource clock, Tries tries) {
            this(em, clock, tries, new ForgottenLimits(SETTINGS.secrets(), clock));
        }

        House(EntityManager em, InstantSource clock, Tries tries, ForgottenLimits limits) {
            this(em, clock, tries, limits, SETTINGS);
        }

        House(EntityManager em, InstantSource clock, Settings settings) {
            this(
                    em,
                    clock,
                    new Tries(SETTINGS.secrets(), clock),
                    new ForgottenLimits(SETTINGS.secrets(), clock),
                    settings);
        }

        House(EntityManager em, InstantSource clock, Tries tries, ForgottenLimits limits, Settings settings) {
            this.limits = limits;
            this.sql = new Sql(em);
            this.tries = tries;
            var secrets = SETTINGS.secrets();
            var ids = ids(clock);
            accounts = IdentityFixtures.accounts(em, clock);
            sessions = IdentityFixtures.sessions(em, clock);
            tickets = new Tickets(sql, secrets, clock, ids);
            freshness = new Freshness(sql, clock);
            var apps = new TotpSecrets(sql, secrets, clock);
            var codes = new Codes(apps, sql, secrets, clock, AuditFixtures.ledger(em, clock));
            var passwords = new Passwords();
            var check = new PassphraseCheck(accounts, passwords, tries);
            signIn = new SignIn(accounts, check, codes, tickets, tries, new Strength(settings));
            stepUp = new StepUp(freshness, accounts, sessions, codes, check, tries);
            secondStep = new SecondStep(apps, freshness, sessions, tries, ids);
            recoveryCodes = new RecoveryCodes(sql, secrets, freshness, sessions, ids);
            var change = new PassphraseChange(sql, sessions, accounts);
            var rules = new NewPassphrase(LearnerFixtures.learners(em));
            passphrases = new Passphrases(freshness, check, passwords, change, rules);
            var facts = new ForgottenFacts(
                    new ForgottenCodes(secrets), limits, freshness, codes, LearnerFixtures.learners(em));
            forgotten = new Forgotten(accounts, new MailboxRows(sql), facts, limits, tickets, ids);
            choice = new ForgottenChoice(accounts, tickets, rules, passwords, change);
            var store = new PasskeyStore(sql, clock, ids);
            var ceremonies = new Ceremonies(SETTINGS);
            passkeys = new Passkeys(store, ceremonies, tickets, freshness, sessions, ids);
            passkeySignIn =
                    new PasskeySignIn(new PasskeyCheck(store, ceremonies, tickets, ids), accounts, stepUp, tries);
            var ledger = AuditFixtures.ledger(em, clock);
            var invitations = new Invitations(sql, secrets, clock, ids);
            var rows = new PersonRows(sql);
            people = new People(
                    rows,
                    invitations,
                    new PeopleRules(OrganisationFixtures.organisations(em), OrganisationFixtures.agreements(em, clock)),
                    new ClosedAccounts(sql, new WaysIn(sql, sessions, clock), new MailboxRows(sql), clock),
                    new WaysIn(sql, sessions, clock),
                    ledger,
                    clock);
            review = new PeopleReview(sql, rows, ledger, clock);
            joining = new Joining(
                    invitations,
                    new JoiningChange(sql, invitations, change, accounts, ids, clock),
                    accounts,
                    rules,
                    passwords,
                    tries);
        }

        /** Opens an account and signs it in. */
        SignedInSession someone(String name) {
            accounts.open(learner(name, PASSPHRASE));
            return session(begin((Welcome) signIn.first(name, PASSPHRASE, name)));
        }

        String begin(Welcome welcome) {
            return sessions.begin(welcome, "Firefox, Windows").secret();
        }

        SignedInSession session(String secret) {
            return sessions.find(secret).orElseThrow();
        }

        /** The session under its new secret. */
        SignedInSession proved(ProofOutcome outcome) {
            return session(((ProofOutcome.Proved) outcome).session());
        }
    }

    /** What other contexts know of accounts, on statements of their own. */
    public static final class OnStatements {
        private static final Passwords PASSWORDS = new Passwords();

        /** Learners' accounts. */
        public final LearnerAccounts learners;

        /** Accounts of people who work for recipients. */
        public final RecipientAccounts recipients;

        /** Browsers that are signed in. */
        public final Sessions sessions;

        /** Failed tries. */
        public final Tries tries;

        /** Proving again. */
        public final StepUp stepUp;

        private final SignIn signIn;

        public OnStatements(Sql sql, InstantSource clock) {
            var ids = ids(clock);
            var secrets = SETTINGS.secrets();
            var ledger = AuditFixtures.ledger(sql, clock);
            var accounts = new Accounts(sql, clock, ids, ledger);
            sessions = new Sessions(
                    sql, secrets, clock, ids, ledger, new CountingRoles(OrganisationFixtures.agreements(sql, clock)));
            tries = new Tries(secrets, clock);
            var closed = new ClosedAccounts(sql, new WaysIn(sql, sessions, clock), new MailboxRows(sql), clock);
            learners = new LearnerAccounts(
                    accounts,
                    PASSWORDS,
                    closed,
                    new WaysIn(sql, sessions, clock),
                    new Bindings(sql, ids, clock),
                    sql,
                    ids);
            recipients = new RecipientAccounts(accounts, closed, new MailboxRows(sql), clock);
            var check = new PassphraseCheck(accounts, PASSWORDS, tries);
            var codes = new Codes(new TotpSecrets(sql, secrets, clock), sql, secrets, clock, ledger);
            stepUp = new StepUp(new Freshness(sql, clock), accounts, sessions, codes, check, tries);
            signIn = new SignIn(
                    accounts, check, codes, new Tickets(sql, secrets, clock, ids), tries, new Strength(SETTINGS));
        }

        /** Whether this is a way in. */
        public boolean letsIn(String username, String passphrase) {
            return signIn.first(username, passphrase, username) instanceof Welcome;
        }
    }

    /** The service that makes bearer tokens. */
    public static AccessTokens tokens(InstantSource clock) {
        return new AccessTokens(SETTINGS, clock, ids(clock));
    }

    /** The service that knows whose a token is. */
    public static Bearers bearers(EntityManager em, InstantSource clock) {
        return new Bearers(
                tokens(clock), new ClientRows(new Sql(em)), new PersonStanding(new Sql(em)), clock, roles(em, clock));
    }

    /** The systems and apps of organisations. */
    public static ApiClients clients(EntityManager em, InstantSource clock) {
        var rows = new ClientRows(new Sql(em));
        return new ApiClients(
                rows,
                new ClientMaking(rows, SETTINGS.secrets(), ids(clock)),
                OrganisationFixtures.organisations(em),
                AuditFixtures.ledger(em, clock),
                clock);
    }

    /** Which app asks. */
    public static AppClients appClients(EntityManager em, InstantSource clock) {
        var sql = new Sql(em);
        var rows = new ClientRows(sql);
        return new AppClients(
                rows,
                proofs(rows, sql, clock, SETTINGS),
                new ClientVisits(rows, tokens(clock), AuditFixtures.ledger(em, clock), clock),
                clock);
    }

    private static ClientProofs proofs(ClientRows rows, Sql sql, InstantSource clock, Settings settings) {
        return new ClientProofs(
                rows,
                new ClientAssertions(settings, clock),
                new UsedAssertions(sql, settings.secrets(), clock),
                settings);
    }

    /** The peppers of these tests. */
    public static Secrets secrets() {
        return SETTINGS.secrets();
    }

    /** Where systems get tokens. */
    public static ClientTokens clientTokens(EntityManager em, InstantSource clock) {
        return clientTokens(em, clock, SETTINGS);
    }

    static ClientTokens clientTokens(EntityManager em, InstantSource clock, Settings settings) {
        var sql = new Sql(em);
        var rows = new ClientRows(sql);
        return new ClientTokens(
                proofs(rows, sql, clock, settings),
                new ClientVisits(rows, tokens(clock), AuditFixtures.ledger(em, clock), clock),
                clock);
    }

    /** The service that takes in the systems of the demo data. */
    public static DemoClients demoClients(EntityManager em, InstantSource clock) {
        return demoClients(em, clock, SETTINGS);
    }

    static DemoClients demoClients(EntityManager em, InstantSource clock, Settings settings) {
        return new DemoClients(new ClientRows(new Sql(em)), settings, clock, ids(clock));
    }

    /** Somebody who looks after the systems of an organisation of their own, with an agreement about registration. */
    public static Actor.OrganisationUser superUser(EntityManager em) {
        var number = new Ukprn("1" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999));
        OrganisationFixtures.register(em)
                .take(List.of(new Organisation(number, "Some School", OrganisationKind.PROVIDER, "", "")));
        OrganisationFixtures.agree(
                em,
                number,
                Role.REGISTRATION_SUPER,
                Role.REGISTRATION_ONLINE,
                Role.REGISTRATION_BATCH,
                Role.REGISTRATION_VIEW);
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

    /** What others tried with the account of a learner. */
    static List<String> tries(EntityManager em, InstantSource clock, SignedInSession owner) {
        var uln = ((Actor.Learner) owner.actor()).uln();
        return AuditFixtures.ledger(em, clock).activity(Set.of(uln), Optional.empty(), 50).entries().stream()
                .filter(LedgerEntry::isByStranger)
                .map(LedgerEntry::what)
                .toList();
    }

    static NewAccount learner(String username, String password) {
        return new NewAccount(AccountKind.LEARNER, username, password, someUln(), null, Set.of(Role.LEARNER));
    }

    static NewAccount client(String username, String password) {
        return new NewAccount(
                AccountKind.CLIENT, username, password, null, new Ukprn("10000001"), Set.of(Role.AWARDING));
    }

    /** Somebody who works for this organisation, in these roles. */
    static NewAccount user(String username, Ukprn organisation, Role... roles) {
        return new NewAccount(AccountKind.USER, username, PASSPHRASE, null, organisation, Set.of(roles));
    }

    static NewAccount administrator(String username, String password) {
        return new NewAccount(AccountKind.USER, username, password, null, null, Set.of(Role.ADMINISTRATOR));
    }
}
