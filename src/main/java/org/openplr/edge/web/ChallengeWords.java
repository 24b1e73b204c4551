package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openplr.challenge.Challenge;
import org.openplr.challenge.Challenges.Opened;
import org.openplr.challenge.Field;
import org.openplr.challenge.State;
import org.openplr.challenge.Taken;
import org.openplr.challenge.Who;
import org.openplr.evidence.EvidenceFile;
import org.openplr.organisation.Organisation;
import org.openplr.organisation.Organisations;
import org.openplr.party.Ukprn;
import org.openplr.platform.WrittenDate;

/** Data challenges in plain words: what they are about, how far they are, what was done and what comes next. */
@Named("disputed")
@RequestScoped
public class ChallengeWords {
    private static final int MEGABYTE = 1024 * 1024;

    /** A field: what the record said, and what it should say; empty where that is not said. */
    public record Row(String label, String original, String supplied, boolean differs) {}

    /** A step that was taken. */
    public record Line(Instant at, String text, String words) {}

    @Inject
    private Words words;

    @Inject
    private Visitor visitor;

    @Inject
    private Organisations organisations;

    /** What is said to be wrong. */
    public String kind(Challenge one) {
        return words.of("challenge.kind." + one.kind().text());
    }

    /** What it is about. */
    public String title(Challenge one) {
        return one.title().isEmpty() ? kind(one) : one.title();
    }

    /** How far it is; of a closed one, how it was answered. */
    public String state(Challenge one) {
        return words.of("challenge.state." + shown(one).text());
    }

    private static State shown(Challenge one) {
        var answer = one.answer();
        return one.state() == State.CLOSED && answer != null ? answer : one.state();
    }

    /** The colour of its tag. */
    public String tag(Challenge one) {
        return switch (shown(one)) {
            case UPHELD -> "govuk-tag--green";
            case PARTLY_UPHELD -> "govuk-tag--turquoise";
            case EVIDENCE_ASKED -> "govuk-tag--yellow";
            case NOT_UPHELD, WITHDRAWN, CLOSED, DRAFT -> "govuk-tag--grey";
            case WAITING, RAISED, ACKNOWLEDGED, WITH_OWNER, APPEALED -> "govuk-tag--blue";
        };
    }

    /** Whoever answers. */
    public String owner(Challenge one) {
        return name(one.owner());
    }

    private String name(@Nullable Ukprn ukprn) {
        return Optional.ofNullable(ukprn)
                .map(number ->
                        organisations.find(number).map(Organisation::name).orElse(number.digits()))
                .orElseGet(() -> words.of("who.service"));
    }

    /** Who raised it, where it was not the learner; else empty. */
    public String raisedBy(Challenge one) {
        var organisation = one.raisedBy().organisation();
        return organisation == null ? "" : name(organisation);
    }

    /** The fields that are said, in the order of a record. */
    public List<Row> rows(Challenge one) {
        var original = one.story().original();
        var supplied = one.story().supplied();
        return Arrays.stream(Field.values())
                .filter(field -> original.containsKey(field) || supplied.containsKey(field))
                .map(field -> new Row(
                        words.of("challenge.field." + field.text()),
                        value(field, original.getOrDefault(field, "")),
                        value(field, supplied.getOrDefault(field, "")),
                        supplied.containsKey(field)))
                .toList();
    }

    private String value(Field field, String text) {
        return field.isDate() && !text.isEmpty() ? words.date(WrittenDate.iso(text)) : text;
    }

    /** What was done, the newest first. */
    public List<Line> lines(Opened opened) {
        return opened.steps().reversed().stream()
                .map(step -> new Line(step.at(), text(step), step.words()))
                .toList();
    }

    private String text(Taken step) {
        return words.of("challenge.step." + step.step().text(), who(step));
    }

    private String who(Taken step) {
        if (step.organisation() != null) return name(step.organisation());
        if (step.who() != Who.RAISER) return words.of("who.service");
        return words.of(visitor.isLearner() ? "who.you" : "challenge.the-learner");
    }

    /** What comes next, and until when. */
    public String next(Challenge one) {
        var due = one.dueBy().map(words::date).orElse("");
        return switch (one.state()) {
            case WAITING ->
                words.of("challenge.next.waiting", words.date(one.days().waitsUntil()));
            case RAISED -> words.of("challenge.next.raised", owner(one), due);
            case ACKNOWLEDGED, WITH_OWNER -> words.of("challenge.next.with-owner", owner(one), due);
            case EVIDENCE_ASKED -> words.of("challenge.next.evidence-asked", owner(one));
            case UPHELD -> words.of("challenge.next.upheld");
            case PARTLY_UPHELD -> words.of("challenge.next.partly-upheld");
            case NOT_UPHELD -> words.of("challenge.next.not-upheld");
            case APPEALED -> words.of("challenge.next.appealed", due);
            case WITHDRAWN -> words.of("challenge.next.withdrawn");
            case DRAFT, CLOSED -> words.of("challenge.next.closed");
        };
    }

    /** How large a file is. */
    public String size(EvidenceFile file) {
        if (file.size() < MEGABYTE) return words.of("evidence.size.kb", Math.max(1, file.size() / 1024));
        return words.of("evidence.size.mb", Math.round(10.0 * file.size() / MEGABYTE) / 10.0);
    }

    /** Until when it is due, or that the clock stands still. */
    public String due(Challenge one) {
        return one.dueBy().map(words::date).orElseGet(() -> words.of("challenge.due.none"));
    }
}
