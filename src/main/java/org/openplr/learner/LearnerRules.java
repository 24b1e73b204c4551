package org.openplr.learner;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openplr.platform.Mistake.Fault;

/** What the register takes: the lengths and forms of learner.xsd; the names of fields are those of the LRS batch file. */
final class LearnerRules {
    private static final int NAME = 35;
    private static final int LINE = 50;

    private record Limit(String field, int length, boolean needed, Function<LearnerDetails, @Nullable String> value) {}

    private static final List<Limit> LIMITS = List.of(
            new Limit("GivenName", NAME, true, d -> d.names().given()),
            new Limit("FamilyName", NAME, true, d -> d.names().family()),
            new Limit("Title", NAME, false, d -> d.names().title()),
            new Limit("PreferredGivenName", NAME, false, d -> d.names().preferredGiven()),
            new Limit("MiddleOtherName", NAME, false, d -> d.names().middle()),
            new Limit("PreviousFamilyName", NAME, false, d -> d.names().previousFamily()),
            new Limit("FamilyNameAt16", NAME, false, d -> d.names().familyAt16()),
            new Limit("LastKnownAddressLine1", LINE, false, d -> d.address().line1()),
            new Limit("LastKnownAddressLine2", LINE, false, d -> d.address().line2()),
            new Limit("LastKnownAddressTown", LINE, false, d -> d.address().town()),
            new Limit(
                    "LastKnownAddressCountyorCity",
                    LINE,
                    false,
                    d -> d.address().county()),
            new Limit("LastKnownPostCode", 9, true, d -> d.address().postcode()),
            new Limit("PlaceOfBirth", NAME, false, d -> d.background().placeOfBirth()),
            new Limit("SchoolAtAge16", 254, false, d -> d.background().schoolAt16()),
            new Limit("Nationality", 3, false, d -> d.background().nationality()),
            new Limit("EmailAddress", 254, false, LearnerDetails::email),
            new Limit(
                    "OtherVerificationDescription",
                    255,
                    false,
                    d -> d.verification().other()));

    private record Form(String field, Pattern pattern, String code, Function<LearnerDetails, @Nullable String> value) {}

    private static final List<Form> FORMS = List.of(
            new Form(
                    "LastKnownPostCode",
                    Pattern.compile("[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][ABD-HJLNP-UW-Z]{2}|BFPO ?[0-9]{1,4}"),
                    "not-a-postcode",
                    d -> d.address().postcode()),
            new Form(
                    "EmailAddress",
                    Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@.]{2,}"),
                    "not-an-email",
                    d -> d.email()),
            new Form(
                    "ScottishCandidateNumber",
                    Pattern.compile("[0-9]{9}"),
                    "not-a-candidate-number",
                    d -> d.background().scottishCandidateNumber()));

    private LearnerRules() {}

    /** Every fault there is; none where the details can be taken. */
    static List<Fault> faults(LearnerDetails details, Instant now) {
        var faults = new ArrayList<Fault>();
        for (var limit : LIMITS) {
            var value = limit.value.apply(details);
            if (limit.needed && (value == null || value.isBlank())) faults.add(Fault.at(limit.field, "missing"));
            if (value != null && value.length() > limit.length)
                faults.add(Fault.at(limit.field, "too-long", Integer.toString(limit.length)));
        }
        for (var form : FORMS) {
            var value = form.value.apply(details);
            if (value != null
                    && !value.isBlank()
                    && !form.pattern
                            .matcher(value.strip().toUpperCase(Locale.ROOT))
                            .matches()) faults.add(Fault.at(form.field, form.code));
        }
        if (details.dateOfBirth().isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC)))
            faults.add(Fault.at("DateOfBirth", "in-the-future"));
        return faults;
    }
}
