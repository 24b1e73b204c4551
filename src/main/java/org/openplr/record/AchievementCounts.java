package org.openplr.record;

import java.util.List;
import org.openplr.record.Maintained.Kind;

/**
 * What became of the rows of a file (LRS GetAchievementBatchJob).
 *
 * @param unchanged they said what was there already
 * @param provisional of those that were taken, the ones that may still change
 * @param learnerData nobody has the number and the names together
 * @param fieldData a field is missing, too long or no such value
 * @param businessRules all fields are right, and it still cannot be
 */
public record AchievementCounts(
        int created,
        int updated,
        int unchanged,
        int withdrawn,
        int reinstated,
        int promoted,
        int provisional,
        int learnerData,
        int fieldData,
        int businessRules) {
    public static final AchievementCounts NONE = new AchievementCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /**
     * Of these.
     *
     * @param provisional of those that were taken
     */
    static AchievementCounts of(List<Maintained> outcomes, int provisional) {
        var n = new int[9];
        for (var one : outcomes) n[place(one)]++;
        return new AchievementCounts(n[0], n[1], n[2], n[3], n[4], n[5], provisional, n[6], n[7], n[8]);
    }

    private static int place(Maintained outcome) {
        return switch (outcome) {
            case Maintained.Created() -> 0;
            case Maintained.Updated() -> 1;
            case Maintained.Unchanged() -> 2;
            case Maintained.Withdrawn() -> 3;
            case Maintained.Reinstated() -> 4;
            case Maintained.Promoted() -> 5;
            case Maintained.Rejected rejected -> 6 + place(rejected.kind());
        };
    }

    private static int place(Kind kind) {
        return switch (kind) {
            case LEARNER_DATA -> 0;
            case FIELD -> 1;
            case BUSINESS_RULE -> 2;
        };
    }

    /** Rows that were taken, what they said being there now. */
    public int taken() {
        return created + updated + unchanged + withdrawn + reinstated + promoted;
    }

    /** Rows that were not. */
    public int rejected() {
        return learnerData + fieldData + businessRules;
    }
}
