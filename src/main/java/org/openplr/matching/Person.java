package org.openplr.matching;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Gender;

/**
 * A description of somebody, as a form or a register has it; what is not known is empty.
 *
 * @param otherGivenNames what else the person is called: a preferred name
 * @param otherFamilyNames what the family name was before, or at 16
 * @param dateOfBirth null where it is not known
 * @param postcode of any country
 * @param otherNumbers that others gave them
 */
public record Person(
        String givenName,
        String familyName,
        List<String> otherGivenNames,
        List<String> otherFamilyNames,
        @Nullable LocalDate dateOfBirth,
        Gender gender,
        String postcode,
        String placeOfBirth,
        String schoolAt16,
        String email,
        List<OtherNumber> otherNumbers) {
    public Person {
        otherNumbers = List.copyOf(otherNumbers);
        otherGivenNames = List.copyOf(otherGivenNames);
        otherFamilyNames = List.copyOf(otherFamilyNames);
    }

    /** Somebody of whom the mandatory demographics are known. */
    public static Person of(
            String givenName, String familyName, @Nullable LocalDate dateOfBirth, Gender gender, String postcode) {
        return new Person(
                givenName, familyName, List.of(), List.of(), dateOfBirth, gender, postcode, "", "", "", List.of());
    }

    /** The same, who had this family name before; nothing new where it is blank. */
    public Person before(String previousFamilyName) {
        if (previousFamilyName.isBlank()) return this;
        return new Person(
                givenName,
                familyName,
                otherGivenNames,
                List.of(previousFamilyName),
                dateOfBirth,
                gender,
                postcode,
                placeOfBirth,
                schoolAt16,
                email,
                otherNumbers);
    }

    /** Names and dates of birth stay out of logs. */
    @Override
    public String toString() {
        return "Person[]";
    }
}
