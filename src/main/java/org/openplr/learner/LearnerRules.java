package org.openplr.learner;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openplr.party.AbilityToShare;
import org.openplr.platform.Mistake.Fault;

/** What the register takes: the lengths and forms of learner.xsd; the names of fields are those of the LRS batch file. */
final class LearnerRules {
    private static final int NAME = 35;
    private static final int LINE = 50;

    private record Limit(
            String field, int length, boolean needed, Function<LearnerToRegister, @Nullable String> value) {}

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
            new Limit("EmailAddress", 254, false, LearnerToRegister::email),
            new Limit(
                    "OtherVerificationDescription",
                    255,
                    false,
                    d -> d.verification().other()),
            new Limit("Notes", 4_000, false, LearnerToRegister::notes));

    private record Form(
            String field, Pattern pattern, String code, Function<LearnerToRegister, @Nullable String> value) {}

    private static final List<Form> FORMS = List.of(
            new Form(
                    "LastKnownPostCode",
                    Pattern.compile("[A-Z]{1,2}[0-9R][0-9A-Z]? ?[0-9][ABD-HJLNP-UW-Z]{2}|BFPO ?[0-9]{1,4}"),
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
                    d -> d.background().scottishCandidateNumber()),
            new Form(
                    "UniquePupilNumber",
                    Pattern.compile("[A-Z][0-9]{11}[0-9A-Z]"),
                    "not-a-upn",
                    d -> d.numbers().upn()),
            new Form(
                    "UniqueCandidateIdentifier",
                    Pattern.compile("[0-9]{5}[0-9A-Z][0-9]{6}[A-Z]"),
                    "not-a-uci",
                    d -> d.numbers().uci()),
            new Form(
                    "HusId",
                    Pattern.compile("[0-9]{13}"),
                    "not-a-husid",
                    d -> d.numbers().husid()),
            new Form(
                    "UcasPersonalId",
                    Pattern.compile("[0-9]{10}"),
                    "not-a-ucas-id",
                    d -> d.numbers().ucasPersonalId()));

    /** The ages at which somebody is registered (RC013, from 17 July 2018). */
    private static final int YOUNGEST = 13;

    private static final int OLDEST = 110;

    private LearnerRules() {}

    /** Every fault of somebody who is to be registered: those of any details, and what is asked of newcomers only. */
    static List<Fault> registeringFaults(LearnerToRegister learner, Instant now) {
        var faults = new ArrayList<>(faults(learner, now));
        var age = ChronoUnit.YEARS.between(learner.dateOfBirth(), LocalDate.ofInstant(now, ZoneOffset.UTC));
        if (age < YOUNGEST || age > OLDEST)
            faults.add(Fault.at("DateOfBirth", "age", Integer.toString(YOUNGEST), Integer.toString(OLDEST)));
        if (learner.abilityToShare() == AbilityToShare.OPTED_OUT) faults.add(Fault.at("AbilityToShare", "only-old"));
        return faults;
    }

    /** Every fault there is; none where the details can be taken. */
    static List<Fault> faults(LearnerToRegister details, Instant now) {
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
