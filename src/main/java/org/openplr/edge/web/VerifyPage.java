package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openplr.learner.ToVerify;
import org.openplr.learner.Verified;
import org.openplr.learner.Verifying;
import org.openplr.matching.Field;
import org.openplr.party.Gender;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;
import org.openplr.platform.WrittenDate;

/** Confirms that numbers belong to the people an organisation holds them for: one, or some lines at once. */
@Named
@RequestScoped
public class VerifyPage {
    private static final int FEWEST_FIELDS = 3;
    private static final int MOST_FIELDS = 4;

    @Inject
    private Verifying verifying;

    @Inject
    private LearnerForm learnerForm;

    @Inject
    private Visitor visitor;

    @Inject
    private Words words;

    @Inject
    private Faults faults;

    private String uln = "";
    private String lines = "";
    private final List<Result> results = new ArrayList<>();

    /**
     * What came of one.
     *
     * @param line of those that were pasted, 0 for one alone
     * @param good whether nothing is to be done
     */
    public record Result(int line, String uln, String text, boolean good) {
        @Override
        public String toString() {
            return "Result[" + line + "]";
        }
    }

    private record Asked(int line, ToVerify learner) {}

    /** Verifies one. */
    public void one() {
        var number = Uln.parse(uln);
        if (number.isEmpty()) faults.at("uln", "desk.uln-invalid");
        learnerForm.named();
        var born = learnerForm.birthIfAny();
        if (faults.isAny() || number.isEmpty()) return;
        ask(List.of(new Asked(
                0,
                new ToVerify(
                        number.get(),
                        learnerForm.text("GivenName"),
                        learnerForm.text("FamilyName"),
                        born,
                        learnerForm.gender().orElse(Gender.UNKNOWN)))));
    }

    /** Verifies each line; where one of them cannot be read, none is. */
    public void many() {
        var asked = new ArrayList<Asked>();
        var all = lines.lines().toList();
        for (var i = 0; i < all.size(); i++) {
            var line = all.get(i);
            if (!line.isBlank()) read(i + 1, line).ifPresent(asked::add);
        }
        if (asked.isEmpty() && !faults.isAny()) faults.at("lines", "verifying.lines-missing");
        if (asked.size() > Verifying.MOST) faults.at("lines", "verifying.lines-many", Verifying.MOST);
        if (!faults.isAny()) ask(asked);
    }

    private Optional<Asked> read(int at, String line) {
        var fields = line.split("[,\\t]", -1);
        if (fields.length < FEWEST_FIELDS || fields.length > MOST_FIELDS) {
            faults.at("lines", "verifying.line-fields", at);
            return Optional.empty();
        }
        var number = Uln.parse(fields[0]);
        if (number.isEmpty()) faults.at("lines", "verifying.line-uln", at);
        if (fields[1].isBlank() || fields[2].isBlank()) faults.at("lines", "verifying.line-name", at);
        var date = fields.length == MOST_FIELDS ? fields[FEWEST_FIELDS].strip() : "";
        var born = day(date);
        if (!date.isEmpty() && born.isEmpty()) faults.at("lines", "verifying.line-date", at);
        return number.map(known -> new Asked(
                at, new ToVerify(known, fields[1].strip(), fields[2].strip(), born.orElse(null), Gender.UNKNOWN)));
    }

    /** 2001-03-14, or 14/03/2001. */
    private static Optional<LocalDate> day(String text) {
        try {
            var british = text.split("/", -1);
            return Optional.of(
                    WrittenDate.iso(british.length == 3 ? british[2] + "-" + british[1] + "-" + british[0] : text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private void ask(List<Asked> asked) {
        try {
            var verified = verifying.verify(
                    visitor.organisationUser(),
                    asked.stream().map(Asked::learner).toList());
            for (var i = 0; i < asked.size(); i++) {
                var one = asked.get(i);
                results.add(new Result(
                        one.line,
                        one.learner.uln().digits(),
                        words(verified.get(i)),
                        verified.get(i) instanceof Verified.Yes));
            }
        } catch (Mistake mistake) {
            if (mistake.faults().isEmpty()) throw mistake;
            faults.from(mistake);
        }
    }

    String words(Verified verified) {
        return switch (verified) {
            case Verified.Yes _ -> words.of("verifying.yes");
            case Verified.ToUpdate(var fields) -> words.of("verifying.to-update", named(fields));
            case Verified.Linked(var master, var fields) ->
                fields.isEmpty()
                        ? words.of("verifying.linked", master.digits())
                        : words.of("verifying.linked-to-update", master.digits(), named(fields));
            case Verified.No _ -> words.of("verifying.no");
            case Verified.OverQuota _ -> words.of("finding.over-quota.text");
        };
    }

    private String named(List<Field> fields) {
        return fields.stream().map(field -> words.of("compared." + field)).collect(Collectors.joining(", "));
    }

    public List<Result> getResults() {
        return List.copyOf(results);
    }

    public String getUln() {
        return uln;
    }

    public void setUln(String uln) {
        this.uln = uln;
    }

    public String getLines() {
        return lines;
    }

    public void setLines(String lines) {
        this.lines = lines;
    }
}
