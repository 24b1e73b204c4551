package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openplr.record.Entry;
import org.openplr.record.LearningEvent;
import org.openplr.record.Level;
import org.openplr.record.OwnEvents;
import org.openplr.share.Draft;
import org.openplr.share.IdentityField;
import org.openplr.share.Scope;

/** Choosing what to share: the record with tick boxes, and which details of the learner. */
@Named
@RequestScoped
public class ShareChoosePage extends ShareStep {
    @Inject
    private Words words;

    @Inject
    private OwnEvents ownEvents;

    private List<String> events = List.of();
    private List<String> levels = List.of();
    private List<String> identity = List.of();
    private String state = "";

    @Override
    boolean reachable(Draft.Answers answers) {
        return answers.purpose() != null;
    }

    @Override
    void fill(Draft.Answers answers) {
        var scope = answers.scope();
        if (state.isEmpty()) state = state(answers);
        if (!events.isEmpty() || !levels.isEmpty() || scope == null || answers.what() != Draft.What.CHOSEN) return;
        events = lines().filter(line -> isIn(line, scope.events()))
                .map(line -> line.event().id().toString())
                .toList();
        identity = scope.identity().stream().map(IdentityField::name).toList();
    }

    /** Keeps what is ticked: single lines, and every line of a level. */
    public void next() throws IOException {
        var ticked =
                events.stream().map(OneShare::uuid).flatMap(Optional::stream).collect(Collectors.toSet());
        ownEvents.areReachable(visitor.forLearner(), own.getLearner().numbers(), ticked, "record.event-shared");
        var chosen = lines().filter(line -> isIn(line, ticked)
                        || line.event()
                                .level()
                                .map(Level::code)
                                .filter(levels::contains)
                                .isPresent())
                .flatMap(line -> line.told().stream())
                .map(LearningEvent::id)
                .collect(Collectors.toSet());
        if (chosen.isEmpty()) {
            faults.at("events", "share.choose.missing");
            return;
        }
        var shown = identity.stream()
                .filter(f -> List.of("NAME", "DATE_OF_BIRTH", "ULN").contains(f))
                .map(IdentityField::valueOf)
                .collect(Collectors.toSet());
        keep(answers()
                .what(Draft.What.CHOSEN, Scope.all().only(chosen).showing(shown).living(isLive(state))));
        goOn("until");
    }

    /** The record by academic year, newest first: each award once, whoever told it, and each part for itself. */
    public List<RecordGroups.Group> getYears() {
        return RecordGroups.byYear(
                lines().map(Entry::event).map(RecordLine::new).toList());
    }

    private Stream<Entry> lines() {
        return own.getRecord().entries().stream().flatMap(Entry::withParts);
    }

    private static boolean isIn(Entry line, Set<UUID> events) {
        return line.told().stream().map(LearningEvent::id).anyMatch(events::contains);
    }

    /** What tells a line from the next: level, grade, and when it was awarded or the course began. */
    public String brief(RecordLine line) {
        var level = line.getLevel().isEmpty() ? "" : words.of("level." + line.getLevel());
        var day = words.date(line.getAwarded() == null ? line.getStart() : line.getAwarded());
        return Stream.of(level, line.getGrade(), day)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** The levels that occur in the record. */
    public List<String> getAllLevels() {
        return lines().flatMap(line -> line.event().level().stream())
                .distinct()
                .sorted()
                .map(Level::code)
                .toList();
    }

    public List<String> getEvents() {
        return events;
    }

    public void setEvents(List<String> events) {
        this.events = events;
    }

    public List<String> getLevels() {
        return levels;
    }

    public void setLevels(List<String> levels) {
        this.levels = levels;
    }

    public List<String> getIdentity() {
        return identity;
    }

    public void setIdentity(List<String> identity) {
        this.identity = identity;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }
}
