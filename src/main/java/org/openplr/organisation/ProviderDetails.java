package org.openplr.organisation;

import java.util.List;

/** Everything that the register has of an organisation beside its agreements. */
public record ProviderDetails(Organisation organisation, List<Contact> contacts, List<Verification> verifications) {
    public ProviderDetails {
        contacts = List.copyOf(contacts);
        verifications = List.copyOf(verifications);
    }
}
