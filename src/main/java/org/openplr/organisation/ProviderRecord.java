package org.openplr.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Ukprn;

/**
 * What an export of UKRLP says of one provider.
 *
 * @param kind null where the export does not say: UKRLP does not know it, and what is known already stays
 */
public record ProviderRecord(
        Ukprn ukprn,
        String name,
        String alias,
        OrganisationStatus status,
        @Nullable OrganisationKind kind,
        List<Contact> contacts,
        List<Verification> verifications) {
    public ProviderRecord {
        contacts = contacts.stream().filter(contact -> !contact.isEmpty()).toList();
        verifications = List.copyOf(verifications);
    }

    /** The town of the primary contact, else of the legal one. */
    String town() {
        return contacts.stream()
                .sorted((a, b) -> b.type().compareTo(a.type()))
                .map(Contact::town)
                .filter(town -> !town.isEmpty())
                .findFirst()
                .orElse("");
    }
}
