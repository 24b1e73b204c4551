package org.openplr.challenge;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Until when whoever owns the data has to do what: days of the UK, each whole day still in time.
 *
 * <p>Acknowledged within 5 working days, answered within 20, and in any case within one calendar month of receipt, the time
 * in which the law asks for rectification (UK GDPR, article 12(3)); a month that ends on a day without work ends with the next
 * working day. The clock stands still only while whoever raised it is asked for something. An extension is of two months
 * at most and has to be told within the month.
 *
 * @param twentyBy the last of the twenty working days
 * @param monthBy the last day of the month
 * @param extendedTo null where there is no extension
 * @param stoppedOn since when the clock stands still; null while it runs
 */
public record Deadlines(
        LocalDate received,
        LocalDate acknowledgeBy,
        LocalDate twentyBy,
        LocalDate monthBy,
        @Nullable LocalDate extendedTo,
        @Nullable LocalDate stoppedOn) {
    static final ZoneId UK = ZoneId.of("Europe/London");
    static final int ACKNOWLEDGE = 5;
    static final int ANSWER = 20;
    static final int EXTENSION_MONTHS = 2;

    /** Of something that came in at a moment. */
    static Deadlines from(Instant received, Nation nation) {
        var day = day(received);
        return new Deadlines(
                day,
                WorkingDays.after(day, ACKNOWLEDGE, nation),
                WorkingDays.after(day, ANSWER, nation),
                WorkingDays.onOrAfter(day.plusMonths(1), nation),
                null,
                null);
    }

    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, UK);
    }

    /** The last day for an answer. */
    public LocalDate answerBy() {
        if (extendedTo != null) return extendedTo;
        return twentyBy.isBefore(monthBy) ? twentyBy : monthBy;
    }

    boolean stands() {
        return stoppedOn != null;
    }

    /** Something was asked for. */
    Deadlines stopped(LocalDate today) {
        return new Deadlines(received, acknowledgeBy, twentyBy, monthBy, extendedTo, today);
    }

    /** It came: what was left is left still. */
    Deadlines running(LocalDate today, Nation nation) {
        if (stoppedOn == null) return this;
        var working = WorkingDays.between(stoppedOn, today, nation);
        var days = ChronoUnit.DAYS.between(stoppedOn, today);
        return new Deadlines(
                received,
                acknowledgeBy,
                WorkingDays.after(twentyBy, working, nation),
                days == 0 ? monthBy : WorkingDays.onOrAfter(monthBy.plusDays(days), nation),
                extendedTo == null ? null : WorkingDays.onOrAfter(extendedTo.plusDays(days), nation),
                null);
    }

    /**
     * Whether an extension to this day may be told today: once, within the month, to a later day, two months longer at
     * most.
     */
    boolean mayExtend(LocalDate to, LocalDate today) {
        return extendedTo == null
                && !today.isAfter(monthBy)
                && to.isAfter(answerBy())
                && !to.isAfter(monthBy.plusMonths(EXTENSION_MONTHS));
    }

    Deadlines extended(LocalDate to) {
        return new Deadlines(received, acknowledgeBy, twentyBy, monthBy, to, stoppedOn);
    }

    /** Somebody else has it now: they acknowledge anew, and the answer is due when it was. */
    Deadlines passedOn(LocalDate today, Nation nation) {
        return new Deadlines(
                received, WorkingDays.after(today, ACKNOWLEDGE, nation), twentyBy, monthBy, extendedTo, stoppedOn);
    }
}
