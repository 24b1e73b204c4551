package org.openplr.platform;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of a batch that was taken in: bad rows are refused with their faults, and never cost the others.
 *
 * @param changes what the sound rows did
 * @param refusals rows that were not taken
 */
public record Intake(Changes changes, List<Refusal> refusals) {
    /** Nothing taken yet. */
    public static final Intake NOTHING = new Intake(Changes.NONE, List.of());

    /**
     * One row that was not taken.
     *
     * @param index its place in the batch, from 0
     * @param faults why; a pointer names the field
     */
    public record Refusal(int index, List<Mistake.Fault> faults) {
        public Refusal {
            faults = List.copyOf(faults);
        }
    }

    public Intake {
        refusals = List.copyOf(refusals);
    }

    /** This and more, whose first row stands at this place of the whole. */
    public Intake plus(Intake more, int place) {
        var all = new ArrayList<>(refusals);
        for (var refusal : more.refusals) all.add(new Refusal(place + refusal.index, refusal.faults));
        return new Intake(changes.plus(more.changes), all);
    }
}
