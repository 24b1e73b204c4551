package org.openplr.edge.batch;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.ToVerify;
import org.openplr.party.Gender;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.qualification.AwardReference;
import org.openplr.record.Achievement;
import org.openplr.record.Achievement.Action;
import org.openplr.record.AchievementRow;
import org.openplr.record.EventStatus;

/** Makes achievements of the cells of rows; what is wrong with one is in the cells' remarks. */
final class AwardReading {
    /** Columns of what an achievement's members are called elsewhere. */
    static final Map<String, String> COLUMNS = Map.of(
            "reference", "Reference",
            "uln", "ULN",
            "award", "UnitOrQualificationReferenceNumber",
            "awardedOn", "AchievementAwardDate",
            "grade", "Grade",
            "credits", "Credits",
            "language", "LanguageForAssessment",
            "status", "Status",
            "why", "ActionReason");

    static final Map<String, Action> WORDS = Map.of(
            "SUBMIT", Action.SUBMIT, "WITHDRAW", Action.WITHDRAW, "REINSTATE", Action.REINSTATE, "FINAL", Action.FINAL);

    private static final Map<String, EventStatus> STATUS =
            Map.of("FINAL", EventStatus.FINAL, "PROVISIONAL", EventStatus.PROVISIONAL);
    private static final Pattern CREDITS = Pattern.compile("[0-9]{1,4}");
    private static final int NAME = 35;

    private final Map<String, Action> actions;
    private final SeenReferences seen = new SeenReferences();

    /** @param actions what they are called in the file */
    AwardReading(Map<String, Action> actions) {
        this.actions = actions;
    }

    AwardRow read(BatchRow row, BatchCells cells) {
        var action = cells.word("Action", Action.SUBMIT, actions);
        var reference = cells.needed("Reference");
        var uln = cells.number("ULN");
        var made = action == Action.SUBMIT ? made(cells, uln) : null;
        if (!cells.isSound() || action == null || uln == null)
            return new AwardRow(row, new AchievementRow.Unreadable(), cells.remarks(), "");
        var before = seen.before(reference, row.line(""));
        if (before > 0) {
            cells.fault("Reference", "twice-in-file", Integer.toString(before));
            return new AwardRow(row, new AchievementRow.Impossible(), cells.remarks(), "");
        }
        var one = new Achievement(action, reference, uln, made, cells.text("ActionReason"));
        return new AwardRow(row, new AchievementRow.Sound(one), cells.remarks(), "");
    }

    private static Achievement.@Nullable Made made(BatchCells cells, @Nullable Uln uln) {
        var given = name(cells, "GivenName");
        var family = name(cells, "FamilyName");
        var born = cells.date("DateOfBirth");
        cells.needed("UnitOrQualificationReferenceNumber");
        var award = cells.parsed("UnitOrQualificationReferenceNumber", AwardReference::parse, "not-a-reference");
        var on = cells.neededDate("AchievementAwardDate");
        var grade = cells.needed("Grade");
        var credits = cells.parsed("Credits", AwardReading::number, "not-a-number");
        var status = cells.word("Status", EventStatus.FINAL, STATUS);
        var provider = cells.parsed("ProviderUkprn", Ukprn::parse, "not-a-ukprn");
        if (!cells.isSound() || uln == null || award == null || on == null) return null;
        return new Achievement.Made(
                new ToVerify(uln, given, family, born, Gender.UNKNOWN),
                award,
                on,
                grade,
                credits,
                cells.text("LanguageForAssessment"),
                status == EventStatus.PROVISIONAL,
                provider);
    }

    private static String name(BatchCells cells, String column) {
        var name = cells.needed(column);
        if (name.length() > NAME) cells.fault(column, "too-long", Integer.toString(NAME));
        return name;
    }

    private static Optional<Integer> number(String text) {
        return CREDITS.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
