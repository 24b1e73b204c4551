package org.openplr.record;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.qualification.Qan;

/**
 * One line of a record: the 22 fields of the LRS LearningEvent and what its fuller form of 2012 adds, as they came, and what
 * they mean beside them.
 *
 * @param id stays the same through all versions
 * @param uln the number it was reported under; a superseded one stays what it was
 * @param source who reported it: {@code AO}, {@code ILR}, {@code NPD}, {@code QCFU}, {@code HE}
 * @param underDataChallenge whether the source or the learner disputes it at present
 * @param sourceReference the source's own number for it
 * @param loadedOn the day it came to us in this form
 */
public record LearningEvent(
        UUID id,
        Uln uln,
        String source,
        String sourceReference,
        Subject subject,
        Award award,
        Participation participation,
        Body awardingOrganisation,
        Body provider,
        Return collected,
        boolean underDataChallenge,
        LocalDate loadedOn,
        Further further) {
    private static final String NO_GRADE = "9999999999";
    private static final Set<String> RETAKES = Set.of("Y", "YES", "1", "TRUE");
    private static final Pattern UNIT_REFERENCE = Pattern.compile("[A-Za-z]/?[0-9]{3}/?[0-9]{4}");

    /**
     * What was learnt.
     *
     * @param code the reference as it came: a QAN in any of its spellings, a unit's number, a university's own
     * @param levelText the level as it came; {@link LearningEvent#level()} reads it
     */
    public record Subject(
            @Nullable String code,
            @Nullable String title,
            @Nullable String type,
            @Nullable String levelText) {}

    /**
     * What was awarded.
     *
     * @param grade as it came, the placeholder 9999999999 too; {@link LearningEvent#realGrade()} knows it
     */
    public record Award(
            @Nullable LocalDate date,
            @Nullable String grade,
            @Nullable Integer credits,
            @Nullable String language) {}

    /** From when to when somebody took part. */
    public record Participation(
            @Nullable LocalDate start, @Nullable LocalDate end) {}

    /**
     * An organisation as it was reported.
     *
     * @param code a UKPRN, a six-digit awarding organisation code, or {@code UNKNWN}
     */
    public record Body(@Nullable String name, @Nullable String code) {
        /** The code, where it is a UKPRN. */
        public Optional<Ukprn> ukprn() {
            return Optional.ofNullable(code).flatMap(Ukprn::parse);
        }
    }

    /** How it was collected: CollectionType, ReturnNumber, Status and Restriction of the source. */
    public record Return(
            @Nullable String collectionType,
            @Nullable String number,
            @Nullable String status,
            @Nullable String restriction) {}

    /**
     * What the fuller form of 2012 adds. Most sources tell nothing of it.
     *
     * @param assessedOn when the assessment was, which may be long before the award
     * @param retake the indicator of a retake as it came; {@link LearningEvent#isRetake()} reads it
     * @param framework what it was learnt within: an apprenticeship framework or programme
     * @param gradingType by what scale it was graded, as it came
     * @param sensitive whether its source says that it tells something sensitive
     * @param partOf the source's own number for the whole that this is a part of: a diploma, a baccalaureate, a degree
     */
    public record Further(
            @Nullable LocalDate assessedOn,
            @Nullable String retake,
            @Nullable Framework framework,
            @Nullable String gradingType,
            boolean sensitive,
            @Nullable String partOf) {
        public static final Further NOTHING = new Further(null, null, null, null, false, null);
    }

    /** An apprenticeship framework or a programme, by its code, its name or both. */
    public record Framework(@Nullable String code, @Nullable String name) {}

    /** What this event tells: a unit by its reference, an achievement by its award, else a participation. */
    public EventKind kind() {
        if (isUnit()) return EventKind.UNIT;
        return award.date != null || realGrade().isPresent() ? EventKind.ACHIEVEMENT : EventKind.PARTICIPATION;
    }

    /** The qualification's number, where the reference is one, in whichever of its spellings. */
    public Optional<Qan> qan() {
        return Optional.ofNullable(subject.code).flatMap(Qan::parse);
    }

    private boolean isUnit() {
        return source.equals("QCFU")
                || isModule()
                || (subject.code != null && UNIT_REFERENCE.matcher(subject.code).matches());
    }

    /** A part of a degree that has a result of its own. */
    private boolean isModule() {
        return source.equals("HE") && further.partOf != null && realGrade().isPresent();
    }

    /** The level, where the source gave one that can be read. */
    public Optional<Level> level() {
        return Optional.ofNullable(subject.levelText).flatMap(Level::parse);
    }

    /** The grade, unless there is none: providers return 9999999999 for "no grade". */
    public Optional<String> realGrade() {
        return Optional.ofNullable(award.grade).filter(grade -> !grade.equals(NO_GRADE));
    }

    /** Whether it was taken again, where its source says so. */
    public boolean isRetake() {
        var retake = further.retake;
        return retake != null && RETAKES.contains(retake.strip().toUpperCase(Locale.ROOT));
    }

    /** Whether its source keeps it from organisations; {@code 0} says that it does not, unless it is sensitive. */
    public boolean isRestricted() {
        if (further.sensitive) return true;
        var restriction = collected.restriction;
        return restriction != null
                && !restriction.isBlank()
                && !restriction.strip().equals("0");
    }

    /** Provisional until the source says final. */
    public EventStatus status() {
        var provisional = collected.status != null && collected.status.regionMatches(true, 0, "P", 0, 1);
        return provisional ? EventStatus.PROVISIONAL : EventStatus.FINAL;
    }

    /** The day it stands at in a record: awarded, else ended, else begun. */
    public Optional<LocalDate> day() {
        if (award.date != null) return Optional.of(award.date);
        return Optional.ofNullable(participation.end).or(() -> Optional.ofNullable(participation.start));
    }

    /** The academic year of {@link #day()}. */
    public Optional<AcademicYear> academicYear() {
        return day().map(AcademicYear::of);
    }

    @Override
    public String toString() {
        return "LearningEvent[" + id + "]";
    }
}
