package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.NumberChange;
import org.openplr.learner.NumberKeeping;
import org.openplr.party.Actor;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;
import org.openplr.platform.WrittenDate;

/** Numbers that were linked, unlinked or deleted, for all who work with numbers; and those who run the service do it here. */
@Named
@RequestScoped
public class NumbersPage {
    private static final int DAYS = 30;
    private static final int PAGE = 100;

    @Inject
    private NumberKeeping keeping;

    @Inject
    private Visitor visitor;

    @Inject
    private Faults faults;

    @Inject
    private InstantSource clock;

    @Inject
    private HttpServletRequest request;

    private String uln = "";
    private String master = "";
    private String reason = "";
    private String why = "";
    private String told = "";
    private String kind = "";
    private final DateParts from = new DateParts();
    private final DateParts to = new DateParts();
    private NumberKeeping.@Nullable Page changes;

    /** The last thirty days, until others are asked for; or an older page of those that were. */
    public void load() {
        if (!from.isBlank() || !to.isBlank()) return;
        var today = LocalDate.ofInstant(clock.instant(), Words.UK);
        LearnerForm.set(from, day("from").orElse(today.minusDays(DAYS)));
        LearnerForm.set(to, day("to").orElse(today));
        if (parameter("after").isEmpty()) return;
        kind = parameter("kind");
        report();
    }

    /** The changes of a kind between two days. */
    public void report() {
        var chosen = NumberChange.Kind.parse(kind);
        if (chosen.isEmpty()) faults.at("kind", "numbers.kind-missing");
        if (from.date().isEmpty()) faults.at("from", "relation.first-day-invalid");
        if (to.date().isEmpty()) faults.at("to", "relation.last-day-invalid");
        if (faults.isAny()) return;
        var wanted = new NumberKeeping.Wanted(
                chosen.orElseThrow(), from.date().orElseThrow(), to.date().orElseThrow());
        Actor who = visitor.isAdministrator() ? visitor.administrator() : visitor.organisationUser();
        try {
            changes =
                    keeping.changes(who, wanted, Optional.of(parameter("after")).filter(text -> !text.isEmpty()), PAGE);
        } catch (Mistake mistake) {
            faults.from(mistake);
        }
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    private Optional<LocalDate> day(String name) {
        try {
            return Optional.of(WrittenDate.iso(parameter(name)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** One person had two numbers. */
    public void link() {
        var number = number("uln", uln);
        var other = number("master", master);
        if (number.isEmpty() || other.isEmpty()) return;
        done(() -> keeping.link(visitor.administrator(), number.get(), other.get(), why), "linked");
    }

    /** They were two people after all. */
    public void unlink() {
        number("uln", uln)
                .ifPresent(number -> done(() -> keeping.unlink(visitor.administrator(), number, why), "unlinked"));
    }

    /** Nobody has this number any more. */
    public void delete() {
        var number = number("uln", uln);
        var chosen = Arrays.stream(NumberKeeping.DeletionReason.values())
                .filter(one -> one.name().equals(reason))
                .findFirst();
        if (chosen.isEmpty()) faults.at("reason", "numbers.reason-missing");
        if (faults.isAny() || number.isEmpty()) return;
        done(() -> keeping.delete(visitor.administrator(), number.get(), chosen.orElseThrow(), why), "deleted");
    }

    private interface Doing {
        NumberKeeping.Change now();
    }

    private void done(Doing doing, String what) {
        try {
            switch (doing.now()) {
                case NumberKeeping.Change.Done() -> tell(what);
                case NumberKeeping.Change.Unchanged() -> tell("unchanged");
                case NumberKeeping.Change.Refused(var code) -> faults.at("uln", "numbers.refused." + code);
            }
        } catch (Mistake mistake) {
            faults.from(mistake);
        }
    }

    private void tell(String what) {
        told = what;
        uln = "";
        master = "";
        why = "";
    }

    private Optional<Uln> number(String field, String text) {
        var number = Uln.parse(text);
        if (number.isEmpty()) faults.at(field, "desk.uln-invalid");
        return number;
    }

    /** What was asked for; nothing before. */
    public List<NumberChange> getChanges() {
        return changes == null ? List.of() : changes.changes();
    }

    /** The address of the next, older page; empty on the last. */
    public String getOlder() {
        if (changes == null) return "";
        return changes.next()
                .map(next -> "?kind=" + kind + "&from=" + from.date().orElseThrow() + "&to="
                        + to.date().orElseThrow() + "&after=" + next)
                .orElse("");
    }

    public boolean isAsked() {
        return changes != null;
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

    public String getMaster() {
        return master;
    }

    public void setMaster(String master) {
        this.master = master;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = why;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public DateParts getFrom() {
        return from;
    }

    public DateParts getTo() {
        return to;
    }
}
