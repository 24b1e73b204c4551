package org.openplr.claim;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;
import org.openplr.audit.Ledger;
import org.openplr.learner.Learner;
import org.openplr.learner.LearnerRegister;
import org.openplr.learner.Learners;
import org.openplr.learner.Relationships;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.party.VerificationType;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Service;
import org.openplr.platform.Settings;

/**
 * The desk of an organisation that registered the learner: a registration officer finds one learner, says which document
 * they saw, and gets an activation code to hand over.
 *
 * <p>Whoever may not, and whoever is not theirs, gets the answer for a learner that does not exist; the learner sees the
 * try. For somebody under 16, and before an account gets a new way in, another officer confirms what was seen, where that
 * is set: nobody takes over an account alone.
 */
@Service
public class Desk {
    private static final ZoneId UK = ZoneId.of("Europe/London");
    private static final int YOUNG = 16;
    private static final int DAYS_BACK = 30;
    private static final String LOOKED_UP = "claim.looked-up";

    private final Learners learners;
    private final LearnerRegister register;
    private final Relationships relationships;
    private final Checks checks;
    private final CodeMaking making;
    private final Settings settings;
    private final Ledger ledger;
    private final InstantSource clock;

    @Inject
    Desk(
            Learners learners,
            LearnerRegister register,
            Relationships relationships,
            Checks checks,
            CodeMaking making,
            Settings settings,
            Ledger ledger,
            InstantSource clock) {
        this.learners = learners;
        this.register = register;
        this.relationships = relationships;
        this.checks = checks;
        this.making = making;
        this.settings = settings;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Whether this is somebody who works at the desk. */
    public static boolean isOfficer(Actor.OrganisationUser user) {
        return Right.CHECK_DOCUMENTS.isOf(user);
    }

    /** Looks for a learner. */
    public DeskFinding find(Actor.OrganisationUser officer, Sought sought) {
        var learner = theirs(officer, sought);
        if (learner.isEmpty()) return new DeskFinding.NotFound();
        ledger.write(
                ClaimEvent.done(officer, learner.get().uln(), LOOKED_UP, "name", "dateOfBirth", "verificationType"));
        if (making.isDeceased(learner.get())) return new DeskFinding.Deceased();
        return found(officer, learner.get());
    }

    /**
     * Notes what an officer saw.
     *
     * @throws Mistake UNPROCESSABLE where it says nothing, or not of these days
     */
    public DeskOutcome check(Actor.OrganisationUser officer, Sought sought, DeskCheck check) {
        insist(check);
        var learner = theirs(officer, sought);
        if (learner.isEmpty()) return new DeskOutcome.NotFound();
        if (making.isDeceased(learner.get())) return new DeskOutcome.Deceased();
        var waits = settings.secondOfficer() && needsTwo(learner.get(), check.need());
        checks.note(learner.get(), officer, check, !waits);
        ledger.write(ClaimEvent.done(officer, learner.get().uln(), "claim.checked", "verificationType"));
        return waits ? new DeskOutcome.SecondOfficerNeeded() : settled(officer, learner.get(), check);
    }

    /** Confirms what another officer of the organisation saw. */
    public DeskOutcome confirm(Actor.OrganisationUser officer, Sought sought) {
        var learner = theirs(officer, sought);
        var open = learner.flatMap(one -> checks.waiting(one, officer.organisation()));
        if (learner.isEmpty() || open.isEmpty()) return new DeskOutcome.NotFound();
        if (making.isDeceased(learner.get())) return new DeskOutcome.Deceased();
        var uln = learner.get().uln();
        if (!checks.confirm(open.get(), officer.account())) {
            ledger.write(ClaimEvent.refused(officer, Optional.of(uln), "claim.confirmed", "same-officer"));
            return new DeskOutcome.SameOfficer();
        }
        ledger.write(ClaimEvent.done(officer, uln, "claim.confirmed", "verificationType"));
        return settled(officer, learner.get(), open.get().check());
    }

    /**
     * Notes what a learner is called now, by a document in that name. It opens nothing and raises nothing, so one officer is
     * enough; whoever signs in to the record is told.
     *
     * @throws Mistake UNPROCESSABLE where the document is not of Level One or not of these days, or it is no name
     */
    public DeskOutcome rename(Actor.OrganisationUser officer, Sought sought, DeskName name) {
        insistOnLevelOne(name.type());
        insistOnDay(name.seen());
        var learner = theirs(officer, sought);
        if (learner.isEmpty()) return new DeskOutcome.NotFound();
        if (making.isDeceased(learner.get())) return new DeskOutcome.Deceased();
        var uln = learner.get().uln();
        if (!register.rename(officer, uln, name.given(), name.family())) return new DeskOutcome.SameName();
        checks.noteSettled(learner.get(), officer, new DeskCheck(name.type(), name.seen(), Need.NOTHING));
        making.renamed(officer, learner.get());
        return new DeskOutcome.Recorded();
    }

    /** The letter of a code that this very officer made and that is still good. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<ActivationLetter> letter(Actor.OrganisationUser officer, ActivationCode code) {
        return making.kept(code, officer.account())
                .flatMap(kept -> learners.find(kept.uln())
                        .map(learner ->
                                new ActivationLetter(code, learner.givenName(), learner.familyName(), kept.expires())));
    }

    private DeskOutcome settled(Actor.OrganisationUser officer, Learner learner, DeskCheck check) {
        if (register.raise(officer, learner.uln(), check.type()))
            ledger.write(ClaimEvent.done(officer, learner.uln(), "claim.verified", "verificationType"));
        return switch (check.need()) {
            case NOTHING -> new DeskOutcome.Recorded();
            case FIRST_WAY_IN -> making.make(officer, learner, false);
            case NEW_WAY_IN -> making.make(officer, learner, true);
        };
    }

    private Optional<Learner> theirs(Actor.OrganisationUser officer, Sought sought) {
        var learner = learners.find(sought.uln());
        var reason = reason(officer, sought, learner);
        if (reason.isEmpty()) return learner;
        ledger.write(ClaimEvent.refused(officer, learner.map(Learner::uln), LOOKED_UP, reason));
        return Optional.empty();
    }

    private String reason(Actor.OrganisationUser officer, Sought sought, Optional<Learner> learner) {
        if (!isOfficer(officer)) return "not-their-role";
        if (learner.isEmpty()) return "unknown";
        if (!relationships.of(learner.get().numbers()).contains(officer.organisation())) return "not-their-learner";
        return sought.fits(learner.get()) ? "" : "wrong-facts";
    }

    private DeskFinding.Found found(Actor.OrganisationUser officer, Learner learner) {
        return new DeskFinding.Found(
                learner.uln(),
                learner.givenName(),
                learner.familyName(),
                learner.dateOfBirth(),
                learner.verification(),
                making.isClaimed(learner),
                isYoung(learner),
                checks.waiting(learner, officer.organisation())
                        .map(open -> new DeskFinding.Waiting(
                                open.check().type(),
                                open.check().seen(),
                                open.check().need(),
                                open.officer().equals(officer.account()))));
    }

    private void insist(DeskCheck check) {
        if (check.type() == VerificationType.NONE) throw Mistake.unprocessable(Fault.at("/type", "check-type"));
        if (check.need() == Need.NEW_WAY_IN) insistOnLevelOne(check.type());
        insistOnDay(check.seen());
    }

    private static void insistOnLevelOne(VerificationType type) {
        if (!type.isLevelOne()) throw Mistake.unprocessable(Fault.at("/type", "check-level-one"));
    }

    private void insistOnDay(LocalDate seen) {
        var today = today();
        if (seen.isAfter(today) || seen.isBefore(today.minusDays(DAYS_BACK)))
            throw Mistake.unprocessable(Fault.at("/seen", "check-seen", Integer.toString(DAYS_BACK)));
    }

    private boolean needsTwo(Learner learner, Need need) {
        return isYoung(learner) || (need == Need.NEW_WAY_IN && making.isClaimed(learner));
    }

    private boolean isYoung(Learner learner) {
        return Period.between(learner.dateOfBirth(), today()).getYears() < YOUNG;
    }

    private LocalDate today() {
        return clock.instant().atZone(UK).toLocalDate();
    }
}
