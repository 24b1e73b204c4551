package org.openplr.platform;

import java.util.List;

/**
 * What became of a batch that was taken in: bad rows are refused with their faults, and never cost the others.
 *
 * @param added rows that were not known before
 * @param changed rows that were known and now say something else
 * @param same rows that said nothing new
 * @param refusals rows that were not taken
 */
public record Intake(int added, int changed, int same, List<Refusal> refusals) {
    /** Nothing taken yet. */
    public static final Intake NOTHING = new Intake(0, 0, 0, List.of());

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

    /** The rows that were taken, whatever came of them. */
    public int taken() {
        return added + changed + same;
    }
}
