package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openplr.organisation.Organisations;
import org.openplr.party.Ukprn;
import org.openplr.record.KnownVersion;
import org.openplr.record.OwnEvents;

/** One line of a learner's own record: what each source says of it, and how it came to be what it is. */
@Named
@RequestScoped
public class LinePage {
    /**
     * One thing that happened to it.
     *
     * @param what as a key of words: first told, changed, withdrawn, reinstated
     * @param who the organisation that recorded it, or empty
     * @param why in its words, or empty
     */
    public record Step(Instant at, String what, String source, String who, String why, List<Change> changes) {}

    /** A field that says something else; empty where it said nothing. */
    public record Change(String field, String before, String after) {}

    private record Field(String label, Function<RecordLine, String> value) {}

    @Inject
    private Visitor visitor;

    @Inject
    private Own own;

    @Inject
    private OwnEvents records;

    @Inject
    private Organisations organisations;

    @Inject
    private Words words;

    @Inject
    private Answer answer;

    @Inject
    private InstantSource clock;

    private String id = "";
    private @Nullable RecordLine line;
    private List<Step> steps = List.of();

    /** Finds it; what is not in the learner's record, and never was, is no page. */
    public void load() throws IOException {
        var event = OneShare.uuid(id);
        if (event.isEmpty()) {
            answer.notFound();
            return;
        }
        var today = LocalDate.ofInstant(clock.instant(), Words.UK);
        line = RecordLine.of(own.getRecord(), today).stream()
                .flatMap(one -> Stream.concat(Stream.of(one), one.getParts().stream()))
                .filter(one -> one.isToldAs(event.get()))
                .findFirst()
                .orElse(null);
        var versions = versions(event.get());
        if (versions.isEmpty()) answer.notFound();
        else steps = steps(versions);
    }

    /** Of every source that tells of it. */
    private List<List<KnownVersion>> versions(UUID event) {
        var found = line;
        var events = found == null ? List.of(event) : found.toldAs();
        return events.stream()
                .map(one -> records.history(visitor.forLearner(), own.getLearner(), one))
                .filter(versions -> !versions.isEmpty())
                .toList();
    }

    private List<Step> steps(List<List<KnownVersion>> histories) {
        var names = organisations.names(histories.stream()
                .flatMap(List::stream)
                .flatMap(version -> version.organisation().stream())
                .map(Ukprn::digits)
                .toList());
        var all = new ArrayList<Step>();
        for (var versions : histories)
            for (var i = 0; i < versions.size(); i++)
                all.add(step(i == 0 ? null : versions.get(i - 1), versions.get(i), names));
        all.sort(Comparator.comparing(Step::at).reversed());
        return all;
    }

    private Step step(@Nullable KnownVersion before, KnownVersion now, Map<String, String> names) {
        var who = now.organisation()
                .map(ukprn -> Objects.requireNonNullElse(names.get(ukprn.digits()), ukprn.digits()))
                .orElse("");
        var changes = before == null ? List.<Change>of() : changes(before, now);
        return new Step(now.from(), what(before, now), now.event().source(), who, now.why(), changes);
    }

    private static String what(@Nullable KnownVersion before, KnownVersion now) {
        if (before == null) return "first";
        if (now.withdrawn() && !before.withdrawn()) return "withdrawn";
        if (before.withdrawn() && !now.withdrawn()) return "reinstated";
        return "changed";
    }

    private List<Change> changes(KnownVersion before, KnownVersion now) {
        var old = new RecordLine(before.event());
        var young = new RecordLine(now.event());
        return fields().stream()
                .map(field -> new Change(field.label, field.value.apply(old), field.value.apply(young)))
                .filter(change -> !change.before.equals(change.after))
                .toList();
    }

    /** All that a line tells, by the key of its label. */
    private List<Field> fields() {
        return List.of(
                new Field("record.csv.title", RecordLine::getTitle),
                new Field("record.reference", RecordLine::getReference),
                new Field("record.type", RecordLine::getType),
                new Field(
                        "record.filter.level",
                        line -> Objects.requireNonNullElse(
                                line.event().subject().levelText(), "")),
                new Field("record.grade", RecordLine::getGrade),
                new Field("record.credits", line -> Objects.toString(line.getCredits(), "")),
                new Field("record.language", RecordLine::getLanguage),
                new Field("record.awarded-on", line -> words.date(line.getAwarded())),
                new Field("record.assessed", line -> words.date(line.getAssessed())),
                new Field("record.from", line -> words.date(line.getStart())),
                new Field("record.to", line -> words.date(line.getEnd())),
                new Field("record.awarded-by", RecordLine::getAwardedBy),
                new Field("record.provider", RecordLine::getProvider),
                new Field("record.framework", RecordLine::getFramework),
                new Field("record.grading", RecordLine::getGradingType),
                new Field(
                        "record.state", line -> words.of(line.isProvisional() ? "record.provisional" : "record.final")),
                new Field(
                        "record.csv.challenged",
                        line -> words.of(line.isDisputed() ? "record.csv.challenged.yes" : "record.csv.challenged.no")),
                new Field("record.return", line -> (line.getCollected() + " " + line.getReturnNumber()).strip()));
    }

    /** The line; none where it is out of the record now. */
    public @Nullable RecordLine getLine() {
        return line;
    }

    /** As every source tells it, the word that counts first. */
    public List<RecordLine> getTold() {
        var found = line;
        if (found == null) return List.of();
        return Stream.concat(Stream.of(found), found.getOthers().stream()).toList();
    }

    /** What happened to it, the newest first. */
    public List<Step> getSteps() {
        return steps;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
