package org.openplr.record;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/**
 * When something that somebody finished may be expected in their record: {@value #FROM_MONTHS} to {@value #UNTIL_MONTHS} months
 * after it, for sources collect at set times of the year (facts.md 4.3).
 *
 * @param finished the day of the award, or the last of the course
 * @param from the first day on which it may be here
 * @param until the last day on which it is not late
 */
public record Expected(LocalDate finished, LocalDate from, LocalDate until) {
    private static final int FROM_MONTHS = 3;
    private static final int UNTIL_MONTHS = 4;

    /** How it stands with something that is not here. */
    public enum State {
        /** It is not finished. */
        UNDER_WAY,
        /** It is finished, and could not be here yet, or only just. */
        NOT_HERE_YET,
        /** It should be here, if there is anything to come. */
        MISSING
    }

    /** What was awarded, or ended, on this day. */
    public static Expected after(LocalDate day) {
        return new Expected(day, day.plusMonths(FROM_MONTHS), day.plusMonths(UNTIL_MONTHS));
    }

    /** The award of a course that has a last day, unless it is here. */
    public static Optional<Expected> of(LearningEvent course, Collection<LearningEvent> record) {
        var end = course.participation().end();
        if (end == null || course.kind() != EventKind.PARTICIPATION) return Optional.empty();
        return record.stream().anyMatch(event -> isAwardOf(course, event)) ? Optional.empty() : Optional.of(after(end));
    }

    /** An award of the same reference, made after the course began. */
    private static boolean isAwardOf(LearningEvent course, LearningEvent event) {
        var awarded = event.award().date();
        var begun = course.participation().start();
        return awarded != null
                && (begun == null || !awarded.isBefore(begun))
                && Twins.reference(course).isPresent()
                && Twins.reference(course).equals(Twins.reference(event));
    }

    /** How it stands today. */
    public State on(LocalDate today) {
        if (today.isAfter(until)) return State.MISSING;
        return today.isBefore(finished) ? State.UNDER_WAY : State.NOT_HERE_YET;
    }
}
