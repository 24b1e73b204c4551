package org.openplr.claim;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.openplr.audit.AuditFixtures;
import org.openplr.audit.Ledger;
import org.openplr.audit.LedgerEntry;
import org.openplr.identity.IdentityFixtures;
import org.openplr.identity.Proof;
import org.openplr.identity.SignedInSession;
import org.openplr.learner.Learner;
import org.openplr.learner.LearnerDetails;
import org.openplr.learner.LearnerFixtures;
import org.openplr.learner.Learners;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.party.VerificationType;
import org.openplr.platform.Ids;
import org.openplr.platform.Settings;
import org.openplr.platform.Sql;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;

/** A college, its officers and its learners. */
public final class ClaimFixtures {
    static final String PASSPHRASE = "heron weir lantern by the canal";

    private ClaimFixtures() {}

    /** Everything of this context, each statement a transaction of its own: many may use it at once. */
    static final class House {
        final FixedClock clock;
        final Sql sql;
        final Ledger ledger;
        final Learners learners;
        /** The numbers whose deeds ended with a claim. */
        final Set<Uln> ended = new HashSet<>();

        final Desk desk;
        final Activation activation;
        final Claims claims;
        final GivingUp givingUp;
        final Deaths deaths;
        final IdentityFixtures.OnStatements identity;
        final Ukprn college = someUkprn();
        final Actor.OrganisationUser officer = officer(college);
        final Actor.Administrator administrator = new Actor.Administrator(UUID.randomUUID());

        House(Database db, FixedClock clock) {
            this(db, clock, true);
        }

        House(Database db, FixedClock clock, boolean secondOfficer) {
            this.clock = clock;
            sql = new Sql(db.dataSource());
            var settings = settings(secondOfficer);
            var ids = new Ids(clock, new SecureRandom());
            ledger = AuditFixtures.ledger(sql, clock);
            learners = LearnerFixtures.learners(sql);
            identity = new IdentityFixtures.OnStatements(sql, clock);
            var codes = new ActivationCodes(sql, settings.secrets(), clock, ids);
            var tickets = new ClaimTickets(sql, settings.secrets(), clock, ids);
            var holders = new Holders(sql, identity.learners, clock, ids);
            var ending = new Ending(holders, codes, identity.learners, (_, numbers) -> ended.addAll(numbers), ledger);
            deaths = new Deaths(learners, new NotingDeath(ending, sql, ledger, clock), sql, ledger);
            var making = new CodeMaking(codes, holders, deaths, ledger, clock);
            desk = new Desk(
                    learners,
                    LearnerFixtures.register(sql),
                    LearnerFixtures.relationships(sql),
                    new Checks(sql, clock, ids),
                    making,
                    settings,
                    ledger,
                    clock);
            var decision = new ActivationDecision(codes, tickets, making, learners, ledger, clock);
            var taking = new Taking(codes, tickets, making, holders, identity.learners, ledger);
            activation = new Activation(decision, taking, tickets, identity.learners, learners, identity.tries);
            var online = new OnlineClaims(learners, identity.learners, activation, taking, new OnlineRefusals(ledger));
            claims = new Claims(learners, holders, deaths, online, ending, ledger);
            givingUp = new GivingUp(learners, ending, identity.stepUp);
        }

        /** A learner of the college, so called and born. */
        Learner learner(String given, String family, LocalDate born, VerificationType verified) {
            var uln = LearnerFixtures.freshUln();
            var one = LearnerFixtures.verified(LearnerFixtures.someone(uln), verified);
            var names = new LearnerDetails.Names(null, given, null, null, family, null, null);
            LearnerFixtures.register(sql)
                    .take(List.of(new LearnerDetails(
                            uln,
                            names,
                            born,
                            one.gender(),
                            one.address(),
                            one.background(),
                            one.email(),
                            one.verification(),
                            one.abilityToShare(),
                            one.sensitive())));
            LearnerFixtures.relationships(sql).note(Map.of(uln, college));
            return now(uln);
        }

        /** A grown-up learner of the college whom nobody has verified, with a name that nobody else has. */
        Learner learner() {
            return learner("Siân", someName(), LocalDate.parse("1998-06-11"), VerificationType.NONE);
        }

        Learner now(Uln uln) {
            return learners.find(uln).orElseThrow();
        }

        /** The officer sees a passport, and makes a code. */
        ActivationCode code(Learner learner) {
            return ((DeskOutcome.Made) desk.check(officer, sought(learner), passport())).code();
        }

        /** Two officers see a passport, and make a code for a new way in. */
        ActivationCode newWayIn(Learner learner) {
            desk.check(officer, sought(learner), new DeskCheck(VerificationType.PASSPORT, today(), Need.NEW_WAY_IN));
            return ((DeskOutcome.Made) desk.confirm(officer(college), sought(learner))).code();
        }

        /** A browser of theirs, proved just now. */
        SignedInSession session(Actor actor) {
            return new SignedInSession(
                    UUID.randomUUID(),
                    actor,
                    UUID.randomUUID(),
                    someName(),
                    Set.of(),
                    Optional.empty(),
                    clock.instant(),
                    Proof.PASSPHRASE,
                    Optional.empty());
        }

        DeskCheck passport() {
            return new DeskCheck(VerificationType.PASSPORT, today(), Need.FIRST_WAY_IN);
        }

        /** What they are called now, by a passport. */
        DeskName newName(String given, String family) {
            return new DeskName(given, family, VerificationType.PASSPORT, today());
        }

        LocalDate today() {
            return LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
        }

        String ticket(ActivationCode code, Learner learner) {
            return ((Proving.Proved) activation.prove(code, new Facts.Number(learner.uln()), client())).ticket();
        }

        /** They claim the record by a code; as who they are welcomed. */
        Activated.Claimed claimed(Learner learner, String username) {
            return (Activated.Claimed) activation.open(ticket(code(learner), learner), username, PASSPHRASE, client());
        }

        /** What the learner sees of it: each entry as {@code what OUTCOME reason}, newest first. */
        List<String> told(Learner learner) {
            return entries(learner).stream()
                    .map(e -> (e.what() + " " + e.outcome() + " " + e.reason()).strip())
                    .toList();
        }

        List<LedgerEntry> entries(Learner learner) {
            return ledger.activity(learner.numbers(), Optional.empty(), 200).entries();
        }

        /** Which documents were seen, by whomever and for whatever. */
        List<String> documents(Learner learner) {
            return sql.rows(
                    "select verification_code from claim_check where uln = ?",
                    row -> VerificationType.ofCode(row.number("verification_code"))
                            .orElseThrow()
                            .name(),
                    List.of(learner.uln().digits()));
        }

        int tries(Learner learner) {
            return sql.rows(
                            "select tries from claim_code where uln = ?",
                            row -> row.number("tries"),
                            List.of(learner.uln().digits()))
                    .getLast();
        }
    }

    /** Tells, in the ledger, that somebody wants the record that this account holds. */
    public static void contest(Sql sql, FixedClock clock, Uln uln, UUID holder) {
        AuditFixtures.ledger(sql, clock)
                .write(ClaimEvent.contested(new Actor.Checker("", "", "somewhere"), uln, holder));
    }

    /** Somebody gave the holder's record a new way in, at the desk. */
    public static void renew(Sql sql, FixedClock clock, Uln uln, UUID holder) {
        AuditFixtures.ledger(sql, clock).write(ClaimEvent.renewed(new Actor.Checker("", "", "somewhere"), uln, holder));
    }

    /** The holder closed their account. */
    public static void close(Sql sql, FixedClock clock, Uln uln, UUID holder) {
        new IdentityFixtures.OnStatements(sql, clock).learners.close(holder);
        AuditFixtures.ledger(sql, clock)
                .write(ClaimEvent.settled(
                        new Actor.Learner(holder, uln), uln, "claim.given-up", "", Optional.of(holder)));
    }

    /** A desk noted a new name of the holder. */
    public static void rename(Sql sql, FixedClock clock, Uln uln, UUID holder) {
        AuditFixtures.ledger(sql, clock).write(ClaimEvent.renamed(officer(someUkprn()), uln, Optional.of(holder)));
    }

    private static Settings settings(boolean secondOfficer) {
        var given = Map.of(
                "openplr.demo", "false",
                "openplr.data", "target/claim-test",
                "openplr.claim.second-officer", Boolean.toString(secondOfficer));
        return Settings.read(name -> Optional.ofNullable(given.get(name)));
    }

    static Sought sought(Learner learner) {
        return new Sought(learner.uln(), "", "", learner.dateOfBirth());
    }

    static Facts knowsNothing() {
        return new Facts.NameAndBirth("Nobody", "Known", LocalDate.parse("1990-01-01"));
    }

    static Ukprn someUkprn() {
        return new Ukprn("1" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999));
    }

    static Actor.OrganisationUser officer(Ukprn organisation) {
        return new Actor.OrganisationUser(UUID.randomUUID(), organisation, Set.of(Role.REGISTRATION_ONLINE));
    }

    static String client() {
        return "client-" + UUID.randomUUID();
    }

    static String someName() {
        return "Morgan" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    }
}
