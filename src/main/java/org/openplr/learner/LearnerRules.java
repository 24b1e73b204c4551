package org.openplr.learner;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** MIAPEmail: no end of a domain has more than six letters, no part of one a single letter. */
    private static final String EMAIL = "[A-Z0-9!#$%'*+/=?^_`{|}~-]+(\\.[A-Z0-9!#$%'*+/=?^_`{|}~-]+)*"
            + "@[A-Z0-9][A-Z0-9-]{0,61}[A-Z0-9](\\.[A-Z0-9][A-Z0-9-]{0,61}[A-Z0-9])*\\.[A-Z]{2,6}";

    private record Form(
            String field, Pattern pattern, String code, Function<LearnerToRegister, @Nullable String> value) {}

    private static final List<Form> FORMS = List.of(
            new Form(
                    "LastKnownPostCode",
                    pattern("[A-Z]{1,2}[0-9R][0-9A-Z]? ?[0-9][ABD-HJLNP-UW-Z]{2}|BFPO ?[0-9]{1,4}"),
                    "not-a-postcode",
                    d -> d.address().postcode()),
            new Form("EmailAddress", pattern(EMAIL), "not-an-email", d -> d.email()),
            new Form(
                    "ScottishCandidateNumber",
                    pattern("[0-9]{9}"),
                    "not-a-candidate-number",
                    d -> d.background().scottishCandidateNumber()),
            new Form(
                    "UniquePupilNumber",
                    pattern("[A-Z][0-9]{11}[0-9A-Z]"),
                    "not-a-upn",
                    d -> d.numbers().upn()),
            new Form(
                    "UniqueCandidateIdentifier",
                    pattern("[0-9]{5}[0-9A-Z][0-9]{6}[A-Z]"),
                    "not-a-uci",
                    d -> d.numbers().uci()),
            new Form(
                    "HusId",
                    pattern("[0-9]{13}"),
                    "not-a-husid",
                    d -> d.numbers().husid()),
            new Form(
                    "UcasPersonalId",
                    pattern("[0-9]{10}"),
                    "not-a-ucas-id",
                    d -> d.numbers().ucasPersonalId()));

    /** The ages at which somebody is registered (RC013, from 17 July 2018). */
    private static final int YOUNGEST = 13;

    private static final int OLDEST = 110;

    /** The years of a MIAPDate. */
    private static final int FIRST_YEAR = 1800;

    private static final int LAST_YEAR = 2099;
    private static final ZoneId UK = ZoneId.of("Europe/London");

    private LearnerRules() {}

    /** Letters of ASCII in either case, and no others that become one of them. */
    private static Pattern pattern(String capitals) {
        return Pattern.compile(capitals, Pattern.CASE_INSENSITIVE);
    }

    /** Every fault of somebody who is to be registered: those of any details, and what is asked of newcomers only. */
    static List<Fault> registeringFaults(LearnerToRegister learner, Instant now) {
        var faults = new ArrayList<>(faults(learner, now));
        var age = ChronoUnit.YEARS.between(learner.dateOfBirth(), LocalDate.ofInstant(now, UK));
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
            var isTooLong = faults.stream().anyMatch(fault -> fault.pointer().equals(form.field));
            if (value != null
                    && !value.isBlank()
                    && !isTooLong
                    && !form.pattern.matcher(value.strip()).matches()) faults.add(Fault.at(form.field, form.code));
        }
        var today = LocalDate.ofInstant(now, UK);
        if (details.dateOfBirth().equals(BulkLoading.NOT_KNOWN)) faults.add(Fault.at("DateOfBirth", "missing"));
        else dateFault("DateOfBirth", details.dateOfBirth(), today).ifPresent(faults::add);
        var since = details.address().since();
        if (since != null) dateFault("DateOfAddressCapture", since, today).ifPresent(faults::add);
        return faults;
    }

    private static Optional<Fault> dateFault(String field, LocalDate day, LocalDate today) {
        return yearFault(field, day)
                .or(() -> day.isAfter(today) ? Optional.of(Fault.at(field, "in-the-future")) : Optional.empty());
    }

    /** The fault of a day that no MIAPDate is. */
    static Optional<Fault> yearFault(String field, LocalDate day) {
        return day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR
                ? Optional.of(Fault.at(field, "year", Integer.toString(FIRST_YEAR), Integer.toString(LAST_YEAR)))
                : Optional.empty();
    }
}
