package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.openplr.audit.Outcome;
import org.openplr.learner.Sensitivity;
import org.openplr.organisation.Organisations;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;

/** Protected learners: marked and unmarked, by those who run the service, who see here who looked at them. */
@Named
@RequestScoped
public class ProtectedPage {
    private static final int DAYS = 30;

    @Inject
    private Sensitivity sensitivity;

    @Inject
    private Organisations organisations;

    @Inject
    private Visitor visitor;

    @Inject
    private Words words;

    @Inject
    private Faults faults;

    private String uln = "";
    private String why = "";
    private String trusted = "";
    private String told = "";
    private final DateParts review = new DateParts();

    /** Protects a learner. */
    public void mark() {
        var number = number();
        var day = review.date();
        if (day.isEmpty()) faults.at("reviewOn", "numbers.review-invalid");
        var named = named();
        if (faults.isAny() || number.isEmpty() || day.isEmpty()) return;
        sure(() -> sensitivity.mark(visitor.administrator(), number.get(), why, day.get(), named), "marked");
    }

    /** The organisations that are to see the whole, each by its number. */
    private List<Ukprn> named() {
        var named = new ArrayList<Ukprn>();
        for (var text : trusted.strip().split("[\\s,;]+", -1)) {
            if (text.isEmpty()) continue;
            var organisation = Ukprn.parse(text).flatMap(organisations::find);
            if (organisation.isEmpty()) faults.at("organisations", "sensitive.organisations-invalid", text);
            else named.add(organisation.get().ukprn());
        }
        return named;
    }

    /** Ends the protection. */
    public void unmark() {
        number().ifPresent(number -> sure(() -> sensitivity.unmark(visitor.administrator(), number, why), "unmarked"));
    }

    private void sure(BooleanSupplier doing, String what) {
        try {
            if (doing.getAsBoolean()) tell(what);
            else faults.at("uln", "numbers.refused.unknown");
        } catch (Mistake mistake) {
            faults.from(mistake);
        }
    }

    private void tell(String what) {
        told = what;
        uln = "";
        why = "";
        trusted = "";
        review.clear();
    }

    private Optional<Uln> number() {
        var number = Uln.parse(uln);
        if (number.isEmpty()) faults.at("uln", "desk.uln-invalid");
        return number;
    }

    /**
     * A mark as an administrator reads it.
     *
     * @param organisations that see the whole, by name and number
     */
    public record MarkLine(String uln, String since, String why, List<String> organisations) {
        public MarkLine {
            organisations = List.copyOf(organisations);
        }

        @Override
        public String toString() {
            return "MarkLine[]";
        }
    }

    /** Those that stand, the next to be looked at first. */
    public List<MarkLine> getMarks() {
        var marks = sensitivity.standing(visitor.administrator());
        var names = organisations.names(marks.stream()
                .flatMap(one -> one.organisations().stream())
                .map(Ukprn::digits)
                .toList());
        return marks.stream()
                .map(one -> new MarkLine(
                        one.uln().digits(),
                        words.of("sensitive.since", words.day(one.at()), words.date(one.reviewOn())),
                        words.orElse("sensitive.why." + one.why(), one.why()),
                        one.organisations().stream()
                                .map(Ukprn::digits)
                                .map(digits -> names.getOrDefault(digits, "") + " " + digits)
                                .toList()))
                .toList();
    }

    /** A look as an administrator reads it. */
    public record LookLine(Instant at, String uln, String who, String what, boolean refused) {
        @Override
        public String toString() {
            return "LookLine[]";
        }
    }

    /** What organisations saw of protected learners in the last thirty days. */
    public List<LookLine> getLooks() {
        var looks = sensitivity.looks(visitor.administrator(), DAYS);
        var names = organisations.names(
                looks.stream().map(Sensitivity.Look::organisation).toList());
        return looks.stream()
                .map(one -> new LookLine(
                        one.at(),
                        one.uln().digits(),
                        names.getOrDefault(one.organisation(), one.organisation()),
                        words.orElse("did." + one.what(), words.of("did.other")),
                        one.outcome() == Outcome.REFUSED))
                .toList();
    }

    /** How many looks there were since yesterday. */
    public int getFreshLooks() {
        return sensitivity.looks(visitor.administrator(), 1).size();
    }

    public String getTold() {
        return told;
    }

    public String getUln() {
        return uln;
    }

    public void setUln(String uln) {
        this.uln = uln;
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = why;
    }

    public String getTrusted() {
        return trusted;
    }

    public void setTrusted(String trusted) {
        this.trusted = trusted;
    }

    public DateParts getReview() {
        return review;
    }
}
