package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openplr.share.Draft;
import org.openplr.share.LongestShare;
import org.openplr.share.Purpose;

/** Until when? */
@Named
@RequestScoped
public class ShareUntilPage extends ShareStep {
    /** A number of days, and the day on which they end. */
    public record Choice(int days, LocalDate last, boolean first) {}

    private static final String OTHER = "other";
    private static final List<Integer> OFFERED = List.of(14, 1, 30, 90);

    @Inject
    private InstantSource clock;

    @Inject
    private ShareWords say;

    private String until = "";
    private List<String> once = List.of();
    private final DateParts date = new DateParts();

    @Override
    boolean reachable(Draft.Answers answers) {
        return answers.scope() != null;
    }

    @Override
    void fill(Draft.Answers answers) {
        if (!until.isEmpty()) return;
        var expires = answers.expires();
        if (expires == null) {
            until = String.valueOf(longest(purpose()).usual(purpose()));
            return;
        }
        once = answers.maxViews() == null ? List.of() : List.of("once");
        var last = say.lastDay(expires);
        var same = getChoices().stream().filter(c -> c.last().equals(last)).findFirst();
        until = same.map(c -> String.valueOf(c.days())).orElse(OTHER);
        if (same.isEmpty()) {
            date.setDay(String.valueOf(last.getDayOfMonth()));
            date.setMonth(String.valueOf(last.getMonthValue()));
            date.setYear(String.valueOf(last.getYear()));
        }
    }

    /** The usual number of days first. */
    public List<Choice> getChoices() {
        return purposeIfAny().map(this::choices).orElse(List.of());
    }

    private List<Choice> choices(Purpose purpose) {
        var longest = longest(purpose);
        var usual = longest.usual(purpose);
        return Stream.concat(Stream.of(usual), OFFERED.stream())
                .distinct()
                .filter(d -> d <= longest.days())
                .map(d -> new Choice(d, today().plusDays(d), d == usual))
                .toList();
    }

    /** Keeps the end. */
    public void next() throws IOException {
        var last = until.equals(OTHER) ? typed() : chosen();
        if (last.isEmpty()) return;
        keep(answers().until(endOf(last.get()), once.contains("once") ? 1 : null));
        goOn(afterUntil());
    }

    private Optional<LocalDate> chosen() {
        var chosen = getChoices().stream()
                .filter(c -> String.valueOf(c.days()).equals(until))
                .map(Choice::last)
                .findFirst();
        if (chosen.isEmpty()) faults.at("until", "share.until.missing");
        return chosen;
    }

    private Optional<LocalDate> typed() {
        var typed = date.date();
        if (typed.isEmpty()) faults.at("date", "share.until.date-invalid");
        else if (typed.get().isBefore(today())) faults.at("date", "fault.expires-past");
        else if (endOf(typed.get()).isAfter(longest(purpose()).latestEnd(clock.instant())))
            faults.at("date", "fault.expires-too-late", getMostDays());
        return faults.isAny() ? Optional.empty() : typed;
    }

    private LocalDate today() {
        return clock.instant().atZone(Words.UK).toLocalDate();
    }

    private static Instant endOf(LocalDate last) {
        return last.plusDays(1).atStartOfDay(Words.UK).toInstant();
    }

    public int getMostDays() {
        return longest(purpose()).days();
    }

    /** Whether the learner is under 18, and the days so few for that. */
    public boolean isMinor() {
        return longest(purpose()).minor();
    }

    private LongestShare longest(Purpose purpose) {
        return LongestShare.of(purpose, own.getLearner().dateOfBirth(), clock.instant());
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }

    public List<String> getOnce() {
        return once;
    }

    public void setOnce(List<String> once) {
        this.once = once;
    }

    public DateParts getDate() {
        return date;
    }
}
