package org.openplr.edge.rest;

import org.jspecify.annotations.Nullable;
import org.openplr.challenge.Timeliness.Figures;

/**
 * How well data challenges are answered, of those received within twelve months: counts only.
 *
 * @param owner the UKPRN of whoever answers; absent for the service
 * @param open of those received
 * @param late of the open ones: something was due before today
 * @param inTime of the answered ones: on the last day or before
 * @param upheld of the answered ones, wholly or partly
 */
public record ChallengeFiguresJson(
        @Nullable String owner, int received, int open, int late, int answered, int inTime, int upheld) {
    static ChallengeFiguresJson of(Figures figures) {
        var owner = figures.owner();
        return new ChallengeFiguresJson(
                owner == null ? null : owner.digits(),
                figures.received(),
                figures.open(),
                figures.late(),
                figures.answered(),
                figures.inTime(),
                figures.upheld());
    }
}
