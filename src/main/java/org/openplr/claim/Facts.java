package org.openplr.claim;

import java.time.LocalDate;
import java.util.List;
import org.openplr.identity.ProvenIdentity;
import org.openplr.learner.Learner;
import org.openplr.party.Uln;

/** What somebody knows of a learner besides the code. */
public sealed interface Facts {
    /** Any number they ever had. */
    record Number(Uln uln) implements Facts {}

    /** The name, however it is spelt, and the date of birth. */
    record NameAndBirth(String givenName, String familyName, LocalDate dateOfBirth) implements Facts {
        @Override
        public String toString() {
            return "NameAndBirth[…]";
        }
    }

    /** What an identity provider proved. */
    record Proven(ProvenIdentity identity) implements Facts {}

    /** Whether it is true of this learner. */
    default boolean fit(Learner learner) {
        return switch (this) {
            case Number(var uln) -> learner.numbers().contains(uln);
            case NameAndBirth(var given, var family, var born) ->
                learner.dateOfBirth().equals(born) && learner.isCalled(given, family);
            case Proven(var identity) ->
                learner.dateOfBirth().equals(identity.dateOfBirth()) && isOneOf(identity.names(), learner);
        };
    }

    private static boolean isOneOf(List<ProvenIdentity.Name> names, Learner learner) {
        return names.stream().anyMatch(name -> learner.isCalled(name.given(), name.family()));
    }
}
