package org.openplr.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Who somebody is, as a provider has proved it (GOV.UK One Login's P2): for a match with the register, and kept nowhere.
 *
 * @param issuer of the provider, with its own name for the person
 * @param givenNames in their order
 * @param postcodes of where they live or lived, as they were given
 */
public record ProvenIdentity(
        String issuer,
        String subject,
        List<String> givenNames,
        String familyName,
        LocalDate dateOfBirth,
        List<String> postcodes) {
    public ProvenIdentity {
        givenNames = List.copyOf(givenNames);
        postcodes = List.copyOf(postcodes);
    }

    /** A name of a person. */
    public record Name(String given, String family) {}

    /** What the register may call them: it has the first given name alone, or all of them. */
    public List<Name> names() {
        return Stream.of(givenNames.stream().findFirst().orElse(""), String.join(" ", givenNames))
                .distinct()
                .map(given -> new Name(given, familyName))
                .toList();
    }

    /** Whether one of the addresses has this postcode; so it is, where none is known. */
    public boolean mayLiveAt(String postcode) {
        return postcodes.isEmpty()
                || postcode.isBlank()
                || postcodes.stream().anyMatch(known -> plain(known).equals(plain(postcode)));
    }

    private static String plain(String postcode) {
        return postcode.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "ProvenIdentity[…]";
    }
}
