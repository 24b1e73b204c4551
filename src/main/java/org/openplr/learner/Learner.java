package org.openplr.learner;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openplr.party.AbilityToShare;
import org.openplr.party.Gender;
import org.openplr.party.Uln;
import org.openplr.party.VerificationType;
import org.openplr.platform.Words;

/**
 * A learner of the register: the mandatory demographics and what decides who may see the record.
 *
 * @param uln the number that counts now, the master
 * @param previousFamilyName what it was before it changed: for those who prove who they are, and shown to nobody
 * @param postcode the last known one
 * @param sensitive whether access by organisations is restricted (offenders, military personnel, VIPs)
 * @param numbers every number this person was ever given: the master and those it superseded
 * @param version changes with every change of the details; an editor sends it back
 */
public record Learner(
        Uln uln,
        String givenName,
        String familyName,
        @Nullable String previousFamilyName,
        LocalDate dateOfBirth,
        Gender gender,
        String postcode,
        VerificationType verification,
        AbilityToShare abilityToShare,
        boolean sensitive,
        Set<Uln> numbers,
        long version) {
    public Learner {
        numbers = Set.copyOf(numbers);
        if (!numbers.contains(uln)) throw new IllegalArgumentException("the master is one of the numbers");
    }

    /** Whether this is somebody the law lets organisations look at by their own route. */
    public boolean mayBeSharedByOrganisations() {
        return abilityToShare != AbilityToShare.OPTED_OUT;
    }

    /** Whether this is their name, now or before it changed, whatever the case, the accents and the spaces. */
    public boolean isCalled(String given, String family) {
        var key = nameKey(given, family);
        return nameKey(givenName, familyName).equals(key)
                || (previousFamilyName != null
                        && nameKey(givenName, previousFamilyName).equals(key));
    }

    /** What two spellings of a name have in common: given and family name each without accents, blanks and signs. */
    static String nameKey(String given, String family) {
        return Words.key(given).replace(" ", "") + " " + Words.key(family).replace(" ", "");
    }

    /** The number only, and masked: names and dates of birth stay out of logs. */
    @Override
    public String toString() {
        return "Learner[" + uln + "]";
    }
}
