package org.openplr.edge.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Locale;
import org.openplr.platform.Changes;
import org.openplr.platform.EmailAddress;
import org.openplr.recipient.RecipientApplication;
import org.openplr.recipient.Recipients;
import org.openplr.recipient.RegisteredNumber;

/**
 * Takes recipients of shares from a file with the columns {@code name,register,number,email}, as approved, on the word of
 * whoever made the file; the register is {@code company} or {@code charity}. One that is approved already is left as it is.
 */
@Dependent
public class RecipientImport {
    private final Recipients recipients;

    @Inject
    RecipientImport(Recipients recipients) {
        this.recipients = recipients;
    }

    /** Takes every one that can be taken. */
    public ImportReport take(CsvFile file) {
        var rows = file.requiring("name", "register", "number", "email").rows(RecipientImport::recipient);
        var taken = (int) rows.values().stream().filter(recipients::takeOver).count();
        return ImportReport.of(rows, new Changes(taken, 0, rows.values().size() - taken));
    }

    private static RecipientApplication recipient(CsvRow row) {
        var register = Arrays.stream(RegisteredNumber.Register.values())
                .filter(one -> one.text().equals(row.text("register")))
                .findFirst()
                .orElseThrow(() -> row.fault("register", "is not company or charity"));
        var number = RegisteredNumber.parse(register, row.required("number"))
                .orElseThrow(() -> row.fault("number", "is no number of that register"));
        var email = EmailAddress.parse(row.required("email")).orElseThrow(() -> row.fault("email", "is no address"));
        var known = new RecipientApplication(row.required("name"), number, email, Locale.UK);
        for (var fault : known.faults()) throw row.fault(fault.pointer(), "cannot be taken: " + fault.code());
        return known;
    }
}
