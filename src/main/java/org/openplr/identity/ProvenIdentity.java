package org.openplr.identity;

import java.time.LocalDate;
import java.util.List;

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

    @Override
    public String toString() {
        return "ProvenIdentity[…]";
    }
}
