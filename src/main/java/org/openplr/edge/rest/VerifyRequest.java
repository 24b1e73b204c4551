package org.openplr.edge.rest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.ToVerify;
import org.openplr.learner.Verified;
import org.openplr.learner.Verifying;
import org.openplr.matching.Field;
import org.openplr.party.Gender;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;

/** {@code POST /learners/verify}: 1 to 200 learners. */
public record VerifyRequest(@Nullable List<@Nullable OneJson> learners) {
    /** What is held of one learner; a date of birth and a gender only where they are to be confirmed too. */
    public record OneJson(
            @Nullable String uln,
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable LocalDate dateOfBirth,
            @Nullable String gender) {
        private ToVerify read(Faults faults, String at) {
            var number = Uln.parse(uln == null ? "" : uln);
            if (number.isEmpty()) faults.add(at + "/uln", "not-a-uln");
            var given = faults.text(at + "/givenName", givenName, 35).orElse("");
            var family = faults.text(at + "/familyName", familyName, 35).orElse("");
            var code = gender == null
                    ? Gender.UNKNOWN
                    : faults.oneOf(at + "/gender", gender.replace("_", ""), Gender.class)
                            .orElse(Gender.UNKNOWN);
            // Thrown away with the faults.
            return new ToVerify(number.orElse(NOBODY), given, family, dateOfBirth, code);
        }

        @Override
        public String toString() {
            return "OneJson[…]";
        }
    }

    private static final Uln NOBODY = Uln.fromFirstNine("100000004").orElseThrow();

    /**
     * What came of one.
     *
     * @param result VERIFIED, UPDATE (the fields named say something else), LINKED (to the master) or NOT_VERIFIED
     */
    public record ResultJson(
            String uln, String result, @Nullable String master, List<String> differs) {}

    /** What came of all, in their order. */
    public record ResultsJson(List<ResultJson> results) {}

    /** @throws Mistake UNPROCESSABLE with every fault */
    List<ToVerify> read() {
        var faults = new Faults();
        var all = faults.required("/learners", learners).orElse(List.of());
        if (all.size() > Verifying.MOST)
            throw Mistake.unprocessable(
                    Mistake.Fault.at("/learners", "how-many", "1", Integer.toString(Verifying.MOST)));
        var read = new ArrayList<ToVerify>();
        for (var i = 0; i < all.size(); i++) {
            var one = all.get(i);
            if (one == null) faults.add("/learners/" + i, "missing");
            else read.add(one.read(faults, "/learners/" + i));
        }
        faults.throwIfAny();
        return read;
    }

    static ResultsJson answer(List<ToVerify> asked, List<Verified> verified) {
        var results = new ArrayList<ResultJson>();
        for (var i = 0; i < asked.size(); i++) results.add(of(asked.get(i).uln().digits(), verified.get(i)));
        return new ResultsJson(results);
    }

    private static ResultJson of(String uln, Verified verified) {
        return switch (verified) {
            case Verified.Yes() -> new ResultJson(uln, "VERIFIED", null, List.of());
            case Verified.ToUpdate(var fields) -> new ResultJson(uln, "UPDATE", null, names(fields));
            case Verified.Linked(var master, var fields) ->
                new ResultJson(uln, "LINKED", master.digits(), names(fields));
            case Verified.No() -> new ResultJson(uln, "NOT_VERIFIED", null, List.of());
            case Verified.OverQuota(var seconds) -> throw Mistake.tooMany(seconds);
        };
    }

    private static List<String> names(List<Field> fields) {
        return fields.stream().map(Field::name).toList();
    }
}
