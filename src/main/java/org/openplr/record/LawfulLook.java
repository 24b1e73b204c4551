package org.openplr.record;

import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.openplr.audit.Ledger;
import org.openplr.learner.Learner;
import org.openplr.learner.Learners;
import org.openplr.learner.Quota;
import org.openplr.learner.Relationships;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.party.Role;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Service;

/**
 * An organisation looks at the record of somebody who has to do with it, for a purpose that the law allows: decided by
 * {@link RecordAccess}, written to the ledger, then read. The learner sees it under what the law allows.
 */
@Service
public class LawfulLook {
    private final Learners learners;
    private final Relationships relationships;
    private final Quota quota;
    private final Records records;
    private final Ledger ledger;

    @Inject
    LawfulLook(Learners learners, Relationships relationships, Quota quota, Records records, Ledger ledger) {
        this.learners = learners;
        this.relationships = relationships;
        this.quota = quota;
        this.records = records;
        this.ledger = ledger;
    }

    /** For what this user may look: none where they may not look at all. */
    public static Set<LookPurpose> purposes(Actor.OrganisationUser user) {
        var purposes = EnumSet.noneOf(LookPurpose.class);
        for (var role : user.roles()) purposes.addAll(purposes(role));
        return purposes;
    }

    private static Set<LookPurpose> purposes(Role role) {
        return switch (role) {
            case REGISTRATION_SUPER, REGISTRATION_ONLINE, REGISTRATION_BATCH, REGISTRATION_VIEW ->
                EnumSet.of(LookPurpose.ADVICE, LookPurpose.ENROLMENT, LookPurpose.FUNDING);
            case ADVISER -> EnumSet.of(LookPurpose.ADVICE);
            case UNIVERSITY -> EnumSet.of(LookPurpose.ADMISSION);
            case LEARNER, AWARDING, HELPER, RECIPIENT, ADMINISTRATOR -> EnumSet.noneOf(LookPurpose.class);
        };
    }

    /**
     * Looks at the record of a learner, by any of their numbers.
     *
     * @throws Mistake NOT_FOUND for whoever may not, UNPROCESSABLE for a purpose that is not theirs
     */
    public Looked look(Actor.OrganisationUser user, Uln number, LookPurpose purpose) {
        Right.LOOK_AT_RECORDS.require(user);
        if (!purposes(user).contains(purpose)) throw Mistake.unprocessable(Fault.at("purpose", "not-your-purpose"));
        if (!quota.allows(user, 1)) {
            ledger.write(LookEvent.refused(user, Optional.empty(), purpose, "over-quota"));
            return new Looked.OverQuota(quota.untilTomorrow());
        }
        var learner = learners.find(number);
        var seen = learner.map(one -> access(user, one, purpose).of(one))
                .orElse(new RecordAccess.Seen.Nothing(RecordAccess.Stop.NOTHING));
        var theirs = !seen.equals(new RecordAccess.Seen.Nothing(RecordAccess.Stop.NOTHING));
        quota.tried(user, number, theirs);
        return switch (seen) {
            case RecordAccess.Seen.Nothing(var why) -> refused(user, learner.map(Learner::uln), purpose, why);
            case RecordAccess.Seen.Everything() ->
                throw new IllegalStateException("only of learners and their helpers");
            case RecordAccess.Seen.Unrestricted() -> shown(user, learner.orElseThrow(), purpose);
        };
    }

    private RecordAccess access(Actor.OrganisationUser user, Learner learner, LookPurpose purpose) {
        if (!relationships.stands(user.organisation(), learner.numbers())) return RecordAccess.OTHER_ORGANISATION;
        return switch (purpose) {
            case ADMISSION -> RecordAccess.UNIVERSITY;
            case ADVICE, ENROLMENT, FUNDING -> {
                if (relationships.opens(user, learner)) yield RecordAccess.TRUSTED_PROVIDER;
                yield Right.READ_LEARNERS.isOf(user) ? RecordAccess.PROVIDER : RecordAccess.ADVISER;
            }
        };
    }

    private Looked shown(Actor.OrganisationUser user, Learner learner, LookPurpose purpose) {
        ledger.write(LookEvent.shown(user, learner.uln(), purpose));
        return new Looked.Shown(learner, records.unrestrictedOf(learner));
    }

    private Looked refused(
            Actor.OrganisationUser user, Optional<Uln> learner, LookPurpose purpose, RecordAccess.Stop why) {
        ledger.write(LookEvent.refused(user, learner, purpose, reason(learner, why)));
        return why == RecordAccess.Stop.NOTHING ? new Looked.Nobody() : new Looked.Stopped(why);
    }

    private static String reason(Optional<Uln> learner, RecordAccess.Stop why) {
        return switch (why) {
            case NOTHING -> learner.isEmpty() ? "unknown" : "not-their-learner";
            case OPTED_OUT -> "opted-out";
            case NOT_VERIFIED -> "learner-not-verified";
            case SENSITIVE, LEVEL_ONE_FIRST -> Objects.requireNonNull(why.code());
        };
    }
}
