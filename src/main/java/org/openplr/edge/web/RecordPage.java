package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openplr.edge.web.RecordGroups.Group;
import org.openplr.platform.WrittenDate;
import org.openplr.record.EventKind;
import org.openplr.record.Level;
import org.openplr.record.PersonalRecord;
import org.openplr.record.Records;

/** A learner's own record: over time, by academic year or level, now or on a day, filtered by what stands in the address. */
@Named
@RequestScoped
public class RecordPage {
    private static final String PLACE = "/learner/record";

    /** As many lines stand on the page at once; of more, older years are one link each. */
    private static final int AT_ONCE = 100;

    @Inject
    private Own own;

    @Inject
    private Records records;

    @Inject
    private Faults faults;

    @Inject
    private Words said;

    @Inject
    private InstantSource clock;

    private String level = "";
    private String kind = "";
    private String year = "";
    private String words = "";
    private String by = "";
    private String known = "";
    private boolean all;
    private @Nullable LocalDate day;
    private @Nullable List<RecordLine> everything;
    private @Nullable List<RecordLine> lines;

    /** Reads the day on which the record is wanted as it was known. */
    public void load() {
        if (known.isBlank()) return;
        try {
            var wanted = WrittenDate.iso(known.strip());
            if (wanted.isAfter(today())) faults.at("known", "record.known.future");
            else day = wanted;
        } catch (DateTimeException unreadable) {
            faults.at("known", "record.known.unreadable");
        }
    }

    /** What the filters leave. */
    public List<RecordLine> getLines() {
        var chosen = lines;
        if (chosen == null) {
            chosen = everything().stream().filter(this::wanted).toList();
            lines = chosen;
        }
        return chosen;
    }

    /** The groups that stand on the page with their lines. */
    public List<Group> getGroups() {
        return groups().subList(0, whole());
    }

    /** The groups after those, of which only a link stands there. */
    public List<Group> getFurther() {
        return groups().subList(whole(), groups().size());
    }

    /** Above a group. */
    public String heading(Group group) {
        var none = group.key().equals(RecordGroups.NONE);
        if (isByLevel()) return none ? said.of("record.level.none") : said.of("level." + group.key());
        return none ? said.of("record.year.none") : said.of("record.year", group.key());
    }

    /** Where one group stands alone. */
    public String address(Group group) {
        return PLACE + "?" + (isByLevel() ? "by=level&level=" : "year=") + group.key() + then();
    }

    /** Where all groups stand, however many. */
    public String getWhole() {
        return PLACE + "?all=true" + (isByLevel() ? "&by=level" : "") + then();
    }

    private String then() {
        return day == null ? "" : "&known=" + day;
    }

    /** As many groups as have few enough lines together, and one at least. */
    private int whole() {
        var groups = groups();
        if (all || isFiltered()) return groups.size();
        var count = 0;
        for (var i = 0; i < groups.size(); i++) {
            count += groups.get(i).lines().size();
            if (count > AT_ONCE) return Math.max(1, i);
        }
        return groups.size();
    }

    private List<Group> groups() {
        return isByLevel() ? RecordGroups.byLevel(getLines()) : RecordGroups.byYear(getLines());
    }

    public Timeline getTimeline() {
        return Timeline.of(getLines());
    }

    /** Courses under way or just finished, whose award cannot be here yet. */
    public List<RecordLine> getAwaited() {
        return everything().stream()
                .filter(line -> line.isUnderWay() || line.isNotHereYet())
                .toList();
    }

    /** Finished courses of which an award should be here, if there was one. */
    public List<RecordLine> getMissing() {
        return everything().stream().filter(RecordLine::isMissing).toList();
    }

    public List<EventKind> getKinds() {
        return List.of(EventKind.values());
    }

    /** The levels that occur in the record. */
    public List<String> getLevels() {
        return everything().stream()
                .flatMap(line -> line.event().level().stream())
                .distinct()
                .sorted()
                .map(Level::code)
                .toList();
    }

    /** The academic years that occur in the record, newest first. */
    public List<String> getYearNames() {
        return everything().stream()
                .map(RecordGroups::yearOf)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    public boolean isFiltered() {
        return !(level.isEmpty() && kind.isEmpty() && year.isEmpty() && words.isBlank());
    }

    public boolean isByLevel() {
        return by.equals("level");
    }

    public int getTotal() {
        return everything().size();
    }

    /** The day on which the record is shown as it was known; none for now. */
    public @Nullable LocalDate getDay() {
        return day;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Words.UK);
    }

    private List<RecordLine> everything() {
        var read = everything;
        if (read == null) {
            var then = day;
            read = then == null ? RecordLine.of(own.getRecord(), today()) : RecordLine.of(asKnownOn(then), then);
            everything = read;
        }
        return read;
    }

    /** As it was known when that day ended. */
    private PersonalRecord asKnownOn(LocalDate then) {
        var end = then.plusDays(1).atStartOfDay(Words.UK).toInstant();
        return records.asKnownAt(own.getLearner(), end.minusNanos(1_000));
    }

    private boolean wanted(RecordLine line) {
        return is(level, line.getLevel())
                && is(kind, line.getKind().name())
                && is(year, RecordGroups.yearOf(line))
                && saysAll(line);
    }

    private static boolean is(String wanted, String said) {
        return wanted.isEmpty() || (wanted.equals(RecordGroups.NONE) ? said.isEmpty() : said.equals(wanted));
    }

    private boolean saysAll(RecordLine line) {
        var said = String.join(
                        " ",
                        line.getTitle(),
                        line.getType(),
                        line.getReference(),
                        line.getAwardedBy(),
                        line.getProvider(),
                        line.getGrade(),
                        String.join(
                                " ",
                                line.getParts().stream()
                                        .map(RecordLine::getTitle)
                                        .toList()))
                .toLowerCase(Locale.ROOT);
        return words.isBlank()
                || List.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+")).stream()
                        .allMatch(said::contains);
    }

    public String getLevel() {
        return level;
    }

    public void setLevel(String level) {
        this.level = level;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getYear() {
        return year;
    }

    public void setYear(String year) {
        this.year = year;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public String getBy() {
        return by;
    }

    public void setBy(String by) {
        this.by = by;
    }

    public String getKnown() {
        return known;
    }

    public void setKnown(String known) {
        this.known = known;
    }

    public boolean isAll() {
        return all;
    }

    public void setAll(boolean all) {
        this.all = all;
    }
}
