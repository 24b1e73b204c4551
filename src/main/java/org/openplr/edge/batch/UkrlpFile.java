package org.openplr.edge.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.openplr.organisation.Contact;
import org.openplr.organisation.ProviderRecord;
import org.openplr.organisation.Verification;
import org.openplr.party.Ukprn;

/**
 * Reads an export of UKRLP, a provider in a row.
 *
 * <p>The form is ours: how UKRLP's own file looks is not published where we found it. The columns have the names of the
 * fields of its web service ({@code ProviderQueryServiceV6}): {@code UnitedKingdomProviderReferenceNumber}, {@code
 * ProviderName}, {@code ProviderAlias}, {@code ProviderStatus} (A, V, PD1, PD2); of each contact, {@code Legal} or {@code
 * Primary} before the name, {@code Address1} to {@code Address4}, {@code Town}, {@code PostCode}, {@code Telephone},
 * {@code Email}, {@code WebsiteAddress}; {@code VerificationAuthority} and {@code VerificationID}, and the same with 2 and
 * 3 behind. {@code ProviderKind} is no field of UKRLP, which does not know it, and may be left out, as all may but the
 * number, the name and the status.
 */
final class UkrlpFile {
    private static final String NUMBER = "UnitedKingdomProviderReferenceNumber";
    private static final String NAME = "ProviderName";
    private static final String KIND = "ProviderKind";

    private UkrlpFile() {}

    static boolean fits(CsvFile file) {
        return file.has(NUMBER, NAME);
    }

    static CsvRows<ProviderRecord> read(CsvFile file) {
        var lines = new HashMap<String, Long>();
        return file.requiring(NUMBER, NAME, "ProviderStatus").rows(row -> {
            var ukprn = Ukprn.parse(row.required(NUMBER)).orElseThrow(() -> row.fault(NUMBER, "not a UKPRN"));
            OrganisationFiles.once(row, NUMBER, lines);
            row.required(NAME);
            return new ProviderRecord(
                    ukprn,
                    row.text(NAME, 150),
                    row.text("ProviderAlias", 150),
                    OrganisationFiles.status(row, "ProviderStatus"),
                    row.text(KIND).isEmpty() ? null : OrganisationFiles.kind(row, KIND),
                    List.of(contact(row, "Legal", Contact.Type.LEGAL), contact(row, "Primary", Contact.Type.PRIMARY)),
                    verifications(row));
        });
    }

    private static Contact contact(CsvRow row, String whose, Contact.Type type) {
        return new Contact(
                type,
                Stream.of("Address1", "Address2", "Address3", "Address4")
                        .map(line -> row.text(whose + line, 150))
                        .toList(),
                row.text(whose + "Town", 100),
                row.text(whose + "PostCode", 10),
                row.text(whose + "Telephone", 40),
                row.text(whose + "Email", 254),
                row.text(whose + "WebsiteAddress", 254));
    }

    private static List<Verification> verifications(CsvRow row) {
        var found = new ArrayList<Verification>();
        for (var place : List.of("", "2", "3")) {
            var authority = row.text("VerificationAuthority" + place, 100);
            var number = row.text("VerificationID" + place, 40);
            if (authority.isEmpty() && !number.isEmpty())
                throw row.fault("VerificationAuthority" + place, "is empty, but there is a number");
            if (!authority.isEmpty()) found.add(new Verification(authority, number));
        }
        return found;
    }
}
