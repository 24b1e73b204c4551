package org.openplr.helping;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.openplr.audit.AuditFixtures;
import org.openplr.audit.Ledger;
import org.openplr.identity.IdentityFixtures;
import org.openplr.identity.SignedInSession;
import org.openplr.identity.Welcome;
import org.openplr.learner.LearnerDetails;
import org.openplr.learner.LearnerFixtures;
import org.openplr.learner.Learners;
import org.openplr.party.Actor;
import org.openplr.party.Uln;
import org.openplr.party.VerificationType;
import org.openplr.platform.Ids;
import org.openplr.platform.Sql;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;

/** Learners, and people who help them, each statement a transaction of its own: many may use it at once. */
public final class HelpingFixtures {
    static final String PASSPHRASE = "three herons on a canal boat";

    final FixedClock clock;
    final Sql sql;
    final Ledger ledger;
    final Learners learners;
    final IdentityFixtures.OnStatements identity;
    final Helpers helpers;
    final BecomingHelper becoming;
    final Helping helping;
    final GivingUpHelping givingUp;
    final Ids ids;

    HelpingFixtures(Database db, FixedClock clock) {
        this.clock = clock;
        sql = new Sql(db.dataSource());
        ids = IdentityFixtures.ids(clock);
        ledger = AuditFixtures.ledger(sql, clock);
        learners = LearnerFixtures.learners(sql);
        identity = new IdentityFixtures.OnStatements(sql, clock);
        var leaves = new Leaves(sql, IdentityFixtures.secrets(), clock, ids);
        var taking = new TakingLeave(leaves, identity.learners, learners, ledger);
        helpers = new Helpers(leaves, learners, ledger, clock);
        becoming = new BecomingHelper(leaves, taking, identity.learners, identity.tries);
        helping = new Helping(leaves, taking, learners, identity.sessions, ledger);
        givingUp = new GivingUpHelping(helping, identity.learners, identity.stepUp, ledger);
    }

    /** Tells, in the ledger, that somebody took the code of this learner's account. */
    public static void accepted(Sql sql, FixedClock clock, Uln uln, UUID account) {
        var leave = new Leave(
                UUID.randomUUID(),
                uln,
                account,
                "Mum",
                false,
                clock.instant(),
                clock.instant(),
                "",
                "",
                clock.instant(),
                0,
                null,
                null);
        AuditFixtures.ledger(sql, clock).write(HelpEvent.accepted(UUID.randomUUID(), leave));
    }

    /** A learner born then, with an account, who is signed in. */
    SignedInSession learner(LocalDate born, VerificationType verified) {
        var uln = LearnerFixtures.freshUln();
        var one = LearnerFixtures.verified(LearnerFixtures.someone(uln), verified);
        LearnerFixtures.register(sql)
                .take(List.of(new LearnerDetails(
                        uln,
                        one.names(),
                        born,
                        one.gender(),
                        one.address(),
                        one.background(),
                        one.email(),
                        one.verification(),
                        one.abilityToShare(),
                        one.sensitive())));
        var prepared = identity.learners.prepare(learners.find(uln).orElseThrow(), someName(), PASSPHRASE, List.of());
        return signedIn(identity.learners.open(prepared.orElseThrow(), uln));
    }

    SignedInSession learner() {
        return learner(LocalDate.parse("1990-05-01"), VerificationType.PASSPORT);
    }

    SignedInSession signedIn(Welcome welcome) {
        return session(identity.sessions.begin(welcome, "a browser").secret());
    }

    SignedInSession session(String secret) {
        return identity.sessions.find(secret).orElseThrow();
    }

    static Actor.Learner actor(SignedInSession session) {
        return (Actor.Learner) session.actor();
    }

    static String someName() {
        return "helper-" + ThreadLocalRandom.current().nextLong(1L << 48);
    }

    static String client() {
        return someName();
    }

    /** The learner makes a code for their mother. */
    HelpCode code(SignedInSession learner, boolean mayShare) {
        return helpers.add(actor(learner), "Mum", mayShare, 14).code();
    }

    /** Somebody new takes it. */
    SignedInSession helper(HelpCode code) {
        var joined = (HelpOutcome.Joined) becoming.join(code, someName(), PASSPHRASE, client());
        return signedIn(joined.welcome());
    }

    /** They begin to help the first they may. */
    SignedInSession begins(SignedInSession helper) {
        var id = helping.of(helper).getFirst().id();
        return session(helping.begin(helper, id).orElseThrow());
    }

    /** What the learner sees of it, newest first: {@code what OUTCOME reason by whom}. */
    List<String> told(SignedInSession learner) {
        return ledger.activity(Set.of(actor(learner).uln()), Optional.empty(), 50).entries().stream()
                .filter(entry -> entry.what().startsWith("help."))
                .map(entry -> (entry.what() + " " + entry.outcome() + " " + entry.reason() + " by " + entry.actorKind()
                                + " " + entry.name())
                        .replaceAll(" +", " ")
                        .strip())
                .toList();
    }

    int tries(SignedInSession learner) {
        return sql.rows(
                        "select tries from helping_leave where given_by = ?",
                        row -> row.number("tries"),
                        List.of(learner.account()))
                .getFirst();
    }

    /** Another code that leads to the same leave, and proves nothing. */
    HelpCode wrong(HelpCode right) {
        while (true) {
            var tail = HelpCode.draw(ids).text().substring(6);
            var guess = HelpCode.parse(right.text().substring(0, 6) + tail);
            if (guess.isPresent() && !guess.get().equals(right)) return guess.get();
        }
    }

    Instant now() {
        return clock.instant();
    }
}
