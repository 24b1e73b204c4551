package org.openplr.edge.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Ukprn;
import org.openplr.record.Entry;
import org.openplr.record.EventKind;
import org.openplr.record.EventStatus;
import org.openplr.record.Expected;
import org.openplr.record.LearningEvent;
import org.openplr.record.Level;
import org.openplr.record.PersonalRecord;

/** One line of a record as a page shows it: what is not known is empty. */
public final class RecordLine {
    private final Entry entry;
    private final LearningEvent event;
    private final @Nullable Expected expected;
    private final LocalDate today;

    private RecordLine(Entry entry, @Nullable Expected expected, LocalDate today) {
        this.entry = entry;
        this.event = entry.event();
        this.expected = expected;
        this.today = today;
    }

    /** One event for itself. */
    RecordLine(LearningEvent event) {
        this(new Entry(event, List.of(), Set.of(), List.of()), null, LocalDate.EPOCH);
    }

    /** The lines of a record, with what is expected of them today. */
    static List<RecordLine> of(PersonalRecord record, LocalDate today) {
        return record.entries().stream()
                .map(entry -> of(entry, record.events(), today))
                .toList();
    }

    private static RecordLine of(Entry entry, Collection<LearningEvent> record, LocalDate today) {
        return new RecordLine(entry, Expected.of(entry.event(), record).orElse(null), today);
    }

    LearningEvent event() {
        return event;
    }

    public UUID getId() {
        return event.id();
    }

    /** What it is called, or its reference where no name came. */
    public String getTitle() {
        return Objects.requireNonNullElseGet(
                event.subject().title(), () -> text(event.subject().code()));
    }

    public EventKind getKind() {
        return event.kind();
    }

    /** The short spelling of the level, or empty. */
    public String getLevel() {
        return event.level().map(Level::code).orElse("");
    }

    public String getType() {
        return text(event.subject().type());
    }

    public String getGrade() {
        return event.realGrade().orElse("");
    }

    public @Nullable Integer getCredits() {
        return event.award().credits();
    }

    public @Nullable LocalDate getAwarded() {
        return event.award().date();
    }

    /** When the course began, whichever source tells. */
    public @Nullable LocalDate getStart() {
        return first(told -> told.participation().start());
    }

    public @Nullable LocalDate getEnd() {
        return first(told -> told.participation().end());
    }

    public String getAwardedBy() {
        return text(event.awardingOrganisation().name());
    }

    public String getProvider() {
        return text(event.provider().name());
    }

    public String getReference() {
        return text(event.subject().code());
    }

    public String getLanguage() {
        return text(event.award().language());
    }

    public @Nullable LocalDate getAssessed() {
        return first(told -> told.further().assessedOn());
    }

    public boolean isRetake() {
        return entry.told().stream().anyMatch(LearningEvent::isRetake);
    }

    /** The name of the apprenticeship framework or programme, else its code. */
    public String getFramework() {
        var framework = first(told -> told.further().framework());
        return framework == null ? "" : text(framework.name() == null ? framework.code() : framework.name());
    }

    public String getGradingType() {
        return text(first(told -> told.further().gradingType()));
    }

    public String getSource() {
        return event.source();
    }

    /** How its source collected it, as a code; empty where it says nothing. */
    public String getCollected() {
        return text(event.collected().collectionType());
    }

    /** The number of the return it came in. */
    public String getReturnNumber() {
        return text(event.collected().number());
    }

    public LocalDate getLoaded() {
        return event.loadedOn();
    }

    public boolean isProvisional() {
        return event.status() == EventStatus.PROVISIONAL;
    }

    public boolean isDisputed() {
        return entry.told().stream().anyMatch(LearningEvent::underDataChallenge);
    }

    /** The same award as other sources tell it. */
    public List<RecordLine> getOthers() {
        return entry.others().stream().map(RecordLine::new).toList();
    }

    /** The ids of the event and of the others. */
    List<UUID> toldAs() {
        return entry.told().stream().map(LearningEvent::id).toList();
    }

    boolean isToldAs(UUID one) {
        return toldAs().contains(one);
    }

    /** What they tell otherwise: {@code DATE}, {@code GRADE}, {@code LEVEL}, {@code CREDITS}. */
    public List<Entry.Detail> getDiffering() {
        return entry.differing().stream().sorted().toList();
    }

    /** What it is made of, parts of parts too. */
    public List<RecordLine> getParts() {
        return entry.withParts()
                .skip(1)
                .map(part -> new RecordLine(part, null, today))
                .toList();
    }

    /** Whether this organisation awarded it, taught it or returned it. */
    public boolean isOf(Ukprn organisation) {
        return entry.told().stream()
                .flatMap(told -> Stream.of(told.awardingOrganisation(), told.provider()))
                .anyMatch(body -> body.ukprn().equals(Optional.of(organisation)));
    }

    public boolean isUnderWay() {
        return is(Expected.State.UNDER_WAY);
    }

    public boolean isNotHereYet() {
        return is(Expected.State.NOT_HERE_YET);
    }

    public boolean isMissing() {
        return is(Expected.State.MISSING);
    }

    private boolean is(Expected.State state) {
        return expected != null && expected.on(today) == state;
    }

    /** From when to when its result may come; none where none is expected. */
    public @Nullable Expected getExpected() {
        return expected;
    }

    private <T> @Nullable T first(Function<LearningEvent, @Nullable T> what) {
        for (var told : entry.told()) {
            var value = what.apply(told);
            if (value != null) return value;
        }
        return null;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
