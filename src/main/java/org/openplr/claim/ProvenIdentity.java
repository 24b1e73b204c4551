package org.openplr.claim;

import java.time.LocalDate;
import java.util.List;

/**
 * Who somebody is, as an identity provider proved it (GOV.UK One Login: the claims that come with {@code P2}).
 *
 * @param issuer with the subject, the one identity of this person at that provider
 * @param names what they are and were called, the present name first
 * @param postcodes of their addresses; none where the provider knows none
 */
public record ProvenIdentity(
        String issuer, String subject, List<Name> names, LocalDate dateOfBirth, List<String> postcodes) {
    /** A name of a person. */
    public record Name(String given, String family) {}

    public ProvenIdentity {
        names = List.copyOf(names);
        postcodes = List.copyOf(postcodes);
    }

    /** Whether one of the addresses has this postcode; so it is, where none is known. */
    boolean mayLiveAt(String postcode) {
        return postcodes.isEmpty()
                || postcode.isBlank()
                || postcodes.stream().anyMatch(known -> plain(known).equals(plain(postcode)));
    }

    private static String plain(String postcode) {
        return postcode.replaceAll("\\s", "").toUpperCase(java.util.Locale.ROOT);
    }

    @Override
    public String toString() {
        return "ProvenIdentity[…]";
    }
}
