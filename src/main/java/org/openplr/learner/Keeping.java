package org.openplr.learner;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.openplr.audit.Ledger;
import org.openplr.party.AbilityToShare;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Service;

/**
 * Learners' details, read and kept right: by organisations that a learner has to do with, the whole; by the learner, the few
 * fields that are theirs to say (LRS UpdateLearner and UpdateLearnerSubsetFields). Nothing is overwritten that somebody else
 * changed meanwhile, and every version is kept.
 */
@Service
public class Keeping {
    private static final Logger LOG = Logger.getLogger(Keeping.class.getName());
    private static final int LONGEST_WHY = 250;
    private static final String[] WHOLE = {"details"};
    private static final String[] NOT_WITHHELD = {"name", "dateOfBirth", "gender_code", "verificationType"};

    private final LearnerRegister register;
    private final Learners learners;
    private final Relationships relationships;
    private final LearnerVersions versions;
    private final Ledger ledger;

    @Inject
    Keeping(
            LearnerRegister register,
            Learners learners,
            Relationships relationships,
            LearnerVersions versions,
            Ledger ledger) {
        this.register = register;
        this.learners = learners;
        this.relationships = relationships;
        this.versions = versions;
        this.ledger = ledger;
    }

    /**
     * Somebody's details.
     *
     * @param learner the number that counts, and all others
     * @param details with what is withheld left out
     * @param version to be sent back with a change
     * @param withheld whether something is, because the learner is sensitive
     */
    public record Kept(Learner learner, LearnerDetails details, long version, boolean withheld) {
        @Override
        public String toString() {
            return "Kept[" + learner + "]";
        }
    }

    /**
     * The few fields that are the learner's own to say.
     *
     * @param abilityToShare for an old opt-out that is to end; anything else stays as it is
     */
    public record OwnWords(
            @Nullable String preferredGivenName,
            @Nullable String schoolAt16,
            @Nullable String email,
            AbilityToShare abilityToShare) {
        @Override
        public String toString() {
            return "OwnWords[]";
        }
    }

    /** What became of a change. */
    public sealed interface Updated {
        /** It is made (WSRC0006); this is the version now. */
        record Done(long version) implements Updated {}

        /** It says what is there already (WSRC0020). */
        record Unchanged() implements Updated {}
    }

    /**
     * The details of a learner who has to do with the officer's organisation today; by a superseded number, those of the one
     * that counts.
     *
     * @return empty where there is no such learner, or none of theirs: the two are not told apart
     * @throws Mistake NOT_FOUND for whoever may not
     */
    public Optional<Kept> read(Actor.OrganisationUser officer, Uln number) {
        Right.READ_LEARNERS.require(officer);
        var kept = theirs(officer, number, "learner.read");
        kept.ifPresent(one -> {
            if (one.learner.sensitive())
                LOG.log(Level.WARNING, "a sensitive learner was read by account {0}", officer.account());
            ledger.write(RegisterEvent.done(
                    officer, one.learner.uln(), "learner.read", one.withheld ? NOT_WITHHELD : WHOLE));
        });
        return kept;
    }

    private Optional<Kept> theirs(Actor.OrganisationUser officer, Uln number, String what) {
        var learner = learners.find(number);
        if (learner.isPresent()
                && relationships.stands(officer.organisation(), learner.get().numbers()))
            return kept(learner.get(), learner.get().sensitive() && !relationships.opens(officer, learner.get()));
        ledger.write(RegisterEvent.refused(
                officer, learner.map(Learner::uln), what, learner.isEmpty() ? "unknown" : "not-their-learner"));
        return Optional.empty();
    }

    private Optional<Kept> kept(Learner learner, boolean withheld) {
        return register.row(learner.uln())
                .map(row ->
                        new Kept(learner, withheld ? withheld(row.details()) : row.details(), row.version(), withheld));
    }

    /**
     * Address, school, places and addresses on the net would tell where somebody is; so would the numbers that schools and
     * others gave, a rank, and a document that few people have.
     */
    private static LearnerDetails withheld(LearnerDetails details) {
        var names = details.names();
        return details.saying(new LearnerToRegister(
                new LearnerDetails.Names(
                        null,
                        names.given(),
                        names.preferredGiven(),
                        names.middle(),
                        names.family(),
                        names.previousFamily(),
                        names.familyAt16()),
                details.dateOfBirth(),
                details.gender(),
                new LearnerDetails.Address(null, null, null, null, "", null),
                new LearnerDetails.Background(null, null, null, null),
                LearnerDetails.Numbers.NONE,
                null,
                new LearnerDetails.Verification(details.verification().type(), null),
                details.abilityToShare(),
                null));
    }

    /**
     * Says anew everything that the register holds of a learner who has to do with the officer's organisation.
     *
     * @param version that the officer looked at
     * @param why in words, or empty
     * @return empty where there is no such learner of theirs
     * @throws Mistake NOT_FOUND for whoever may not, UNPROCESSABLE with every fault, STALE where it was changed meanwhile
     */
    public Optional<Updated> update(
            Actor.OrganisationUser officer, Uln number, long version, LearnerToRegister said, String why) {
        Right.REGISTER_LEARNERS.require(officer);
        var kept = theirs(officer, number, "learner.updated");
        if (kept.isEmpty()) return Optional.empty();
        if (kept.get().withheld) throw Mistake.of(Mistake.Kind.FORBIDDEN, "sensitive-learner");
        if (why.strip().length() > LONGEST_WHY)
            throw Mistake.unprocessable(Fault.at("why", "too-long", Integer.toString(LONGEST_WHY)));
        var reason = why.isBlank() ? "updated" : why.strip();
        return Optional.of(changed(new Because(officer, reason), kept.get(), version, said));
    }

    private Updated changed(Because because, Kept kept, long version, LearnerToRegister said) {
        if (kept.version != version) throw Mistake.of(Mistake.Kind.STALE, "changed-meanwhile");
        if (!AbilityChanges.allows(kept.details.abilityToShare(), said.abilityToShare()))
            throw Mistake.unprocessable(Fault.at("AbilityToShare", "no-such-change"));
        var after = kept.details.saying(said);
        var intake = register.take(List.of(after), because);
        if (!intake.refusals().isEmpty())
            throw Mistake.unprocessable(intake.refusals().getFirst().faults());
        if (intake.changes().updated() == 0) return new Updated.Unchanged();
        ledger.write(RegisterEvent.done(
                because.actor(), kept.learner.uln(), "learner.updated", fields(kept.details, after)));
        return new Updated.Done(version + 1);
    }

    private static String[] fields(LearnerDetails before, LearnerDetails after) {
        var was = LearnerRow.said(before);
        var is = LearnerRow.said(after);
        var fields = new ArrayList<String>();
        for (var i = 0; i < was.size(); i++)
            if (!Objects.equals(was.get(i), is.get(i))) fields.add(LearnerRow.DETAILS.get(i));
        return fields.toArray(String[]::new);
    }

    /** The learner's own details. */
    public Kept own(Actor.Learner self) {
        Right.READ_DETAILS.require(self);
        return learners.find(self.uln()).flatMap(one -> kept(one, false)).orElseThrow(Mistake::notFound);
    }

    /**
     * Says anew what is the learner's own to say.
     *
     * @throws Mistake UNPROCESSABLE with every fault, STALE where it was changed meanwhile
     */
    public Updated updateOwn(Actor.Learner self, long version, OwnWords own) {
        var kept = own(self);
        var was = kept.details;
        var names = was.names();
        var said = new LearnerToRegister(
                new LearnerDetails.Names(
                        names.title(),
                        names.given(),
                        own.preferredGivenName,
                        names.middle(),
                        names.family(),
                        names.previousFamily(),
                        names.familyAt16()),
                was.dateOfBirth(),
                was.gender(),
                was.address(),
                new LearnerDetails.Background(
                        was.background().placeOfBirth(),
                        own.schoolAt16,
                        was.background().nationality(),
                        was.background().scottishCandidateNumber()),
                was.said().numbers(),
                own.email,
                was.verification(),
                own.abilityToShare,
                was.said().notes());
        return changed(new Because(self, "own-words"), kept, version, said);
    }

    /** Who changed one's own details, the newest first, over all numbers. */
    public List<LearnerVersion> ownVersions(Actor.Learner self) {
        return versions.of(own(self).learner.numbers());
    }

    /**
     * Who changed the details of a learner of theirs, the newest first; nothing where they are withheld.
     *
     * @return empty where there is no such learner of theirs
     */
    public Optional<List<LearnerVersion>> versions(Actor.OrganisationUser officer, Uln number) {
        Right.READ_LEARNERS.require(officer);
        return theirs(officer, number, "learner.read").map(kept -> kept.withheld ? List.of() : versions(kept));
    }

    private List<LearnerVersion> versions(Kept kept) {
        return versions.of(List.of(kept.learner.uln()));
    }
}
