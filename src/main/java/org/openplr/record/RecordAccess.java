package org.openplr.record;

import java.util.EnumSet;
import java.util.Set;
import org.openplr.learner.Learner;
import org.openplr.party.AbilityToShare;
import org.openplr.party.VerificationType;

/**
 * Who sees what of whose record, other than what a learner shares: one table, asked by every route to a record.
 *
 * <p>Who somebody is, is a row; how a learner stands, the columns: sensitive or not, the ability to share, how far their identity
 * was verified. What stands first in a row stops. What the real service does where two of them meet is not known: this is our own.
 */
public enum RecordAccess {
    /** Their own: nothing but the identity counts. */
    LEARNER(Stop.LEVEL_ONE_FIRST),
    /** By the learner's leave, as the learner. */
    HELPER(Stop.LEVEL_ONE_FIRST),
    /** An organisation that the learner has to do with today. */
    PROVIDER(Stop.SENSITIVE, Stop.OPTED_OUT, Stop.NOT_VERIFIED),
    /** Those of such an organisation who may read the details of sensitive learners, of one that an administrator named. */
    TRUSTED_PROVIDER(Stop.OPTED_OUT, Stop.NOT_VERIFIED),
    /** A careers adviser of such an organisation. */
    ADVISER(Stop.SENSITIVE, Stop.OPTED_OUT, Stop.NOT_VERIFIED),
    /** A university to which the learner applied, or where they study. */
    UNIVERSITY(Stop.SENSITIVE, Stop.OPTED_OUT, Stop.NOT_VERIFIED),
    /** An organisation that the learner has nothing to do with: to it there is no such learner. */
    OTHER_ORGANISATION(Stop.NOTHING),
    /** It asks for one award ({@code credit}), and maintains its own. */
    AWARDING_ORGANISATION(Stop.NOTHING),
    /** They look after the service, not at records. */
    ADMINISTRATOR(Stop.NOTHING);

    /** Why there is nothing to see. */
    public enum Stop {
        /** There is no such record. */
        NOTHING(""),
        /** The learner has first to be verified at Level One. */
        LEVEL_ONE_FIRST("identity-not-verified"),
        /** Whatever would tell where the learner is, is withheld. */
        SENSITIVE("sensitive-learner"),
        /** The learner has opted not to share (LRS WSEC0206). */
        OPTED_OUT("WSEC0206"),
        /** The learner could not be verified (LRS WSEC0208). */
        NOT_VERIFIED("WSEC0208");

        private final String code;

        Stop(String code) {
            this.code = code;
        }

        /** The code by which interfaces tell it; empty where nothing is told. */
        public String code() {
            return code;
        }

        boolean stops(boolean sensitive, AbilityToShare ability, VerificationType identity) {
            return switch (this) {
                case NOTHING -> true;
                case LEVEL_ONE_FIRST -> !identity.isLevelOne();
                case SENSITIVE -> sensitive;
                case OPTED_OUT -> ability == AbilityToShare.OPTED_OUT;
                case NOT_VERIFIED -> identity == VerificationType.NONE;
            };
        }
    }

    /** What is seen of a record. */
    public sealed interface Seen {
        /** Every event. */
        record Everything() implements Seen {}

        /** Every event that its source does not restrict. */
        record Unrestricted() implements Seen {}

        /** Nothing, and why. */
        record Nothing(Stop why) implements Seen {}
    }

    private static final Set<RecordAccess> OWN = EnumSet.of(LEARNER, HELPER);

    private final Stop[] stops;

    RecordAccess(Stop... stops) {
        this.stops = stops;
    }

    /** What of a learner who stands so. */
    public Seen of(boolean sensitive, AbilityToShare ability, VerificationType identity) {
        for (var stop : stops) if (stop.stops(sensitive, ability, identity)) return new Seen.Nothing(stop);
        return OWN.contains(this) ? new Seen.Everything() : new Seen.Unrestricted();
    }

    /** What of this learner. */
    public Seen of(Learner learner) {
        return of(learner.sensitive(), learner.abilityToShare(), learner.verification());
    }
}
