package org.openplr.record;

import java.time.Instant;
import java.util.List;
import org.openplr.platform.Intake;

/**
 * A file of a return of the state: what the next one of the same names replaces.
 *
 * @param source {@code ILR}, {@code NPD}
 * @param year the academic year, {@code 2026/27}
 * @param number {@code R04}
 * @param file its name, where a return comes in several
 */
public record StateReturn(String source, String year, String number, String file) {
    /** As it stands with the versions that came of it. */
    @Override
    public String toString() {
        return source + " " + year + " " + number + " " + file;
    }

    /**
     * One time that it was loaded.
     *
     * @param number of this return, from 1
     */
    public record Load(StateReturn what, int number, int rows, Changed changed, Instant at) {}

    /** What came of loading one. */
    public sealed interface Outcome {
        /** All of it is in the records. */
        record Loaded(int load, Changed changed) implements Outcome {}

        /** It is the very file that was loaded last: nothing was done. */
        record Again(int load) implements Outcome {}

        /** Some of it cannot be, so none of it is; the first hundred. */
        record Refused(List<Intake.Refusal> refusals) implements Outcome {
            public Refused {
                refusals = List.copyOf(refusals);
            }
        }
    }

    /**
     * What a load changed, in events.
     *
     * @param reinstated an earlier load of the same return did not tell of them any more, and this one does
     * @param withdrawn this one does not tell of them any more, nor does another return
     */
    public record Changed(int created, int updated, int unchanged, int reinstated, int withdrawn) {
        static final Changed NOTHING = new Changed(0, 0, 0, 0, 0);

        Changed plus(Changed more) {
            return new Changed(
                    created + more.created,
                    updated + more.updated,
                    unchanged + more.unchanged,
                    reinstated + more.reinstated,
                    withdrawn + more.withdrawn);
        }

        /** Rows of the file. */
        int rows() {
            return created + updated + unchanged + reinstated;
        }
    }
}
