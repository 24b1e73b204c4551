package org.openplr.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.Verified;
import org.openplr.platform.Mistake.Fault;
import org.openplr.qualification.Awardable;
import org.openplr.record.Achievement.Action;
import org.openplr.record.Maintained.Kind;
import org.openplr.record.Maintained.Rejected;

/** Why an achievement is not taken: its fields first, then the learner, then the rules. */
final class AchievementRules {
    private static final Pattern REFERENCE = Pattern.compile("[\\p{L}\\p{N}._/-]{1,55}");
    private static final int GRADE = 40;
    private static final int LANGUAGE = 40;
    private static final int FEWEST_WORDS = 3;
    private static final int WHY = 200;
    private static final int MOST_CREDITS = 999;
    /** The first award in a record is of the academic year 2009/10. */
    private static final LocalDate FIRST = LocalDate.of(2009, 8, 1);

    private AchievementRules() {}

    /**
     * What is known when it is decided.
     *
     * @param before the award as it stands; null where there is none of this reference
     * @param awardable null where the organisation may not award it, or nothing is submitted
     * @param verified null where nothing is submitted: an award that is there has its learner
     */
    record Setting(
            @Nullable EventVersion before,
            @Nullable Awardable awardable,
            @Nullable Verified verified,
            LocalDate today) {}

    static Optional<Maintained> rejected(Achievement one, Setting setting) {
        var fields = fields(one, setting.today);
        if (!fields.isEmpty()) return Optional.of(new Rejected(Kind.FIELD, fields));
        var learner = learner(setting.verified);
        if (!learner.isEmpty()) return Optional.of(new Rejected(Kind.LEARNER_DATA, learner));
        var rules = rules(one, setting);
        return rules.isEmpty() ? Optional.empty() : Optional.of(new Rejected(Kind.BUSINESS_RULE, rules));
    }

    /** Whether an organisation may call an award so. */
    static boolean isReference(String text) {
        return REFERENCE.matcher(text).matches();
    }

    static Maintained rejected(Kind kind, Fault fault) {
        return new Rejected(kind, List.of(fault));
    }

    private static List<Fault> fields(Achievement one, LocalDate today) {
        var faults = new ArrayList<Fault>();
        if (!isReference(one.reference())) faults.add(Fault.at("reference", "own-reference"));
        var made = one.made();
        if (one.action() == Action.SUBMIT) {
            if (made == null) faults.add(Fault.at("awardedOn", "missing"));
            else made(made, today, faults);
        } else if (one.action() != Action.FINAL) why(one.why(), faults);
        return faults;
    }

    private static void made(Achievement.Made made, LocalDate today, List<Fault> faults) {
        if (made.on().isAfter(today)) faults.add(Fault.at("awardedOn", "in-the-future"));
        if (made.on().isBefore(FIRST)) faults.add(Fault.at("awardedOn", "before-the-record"));
        if (made.grade().isBlank()) faults.add(Fault.at("grade", "missing"));
        if (made.grade().length() > GRADE) faults.add(Fault.at("grade", "too-long", Integer.toString(GRADE)));
        if (made.language().length() > LANGUAGE)
            faults.add(Fault.at("language", "too-long", Integer.toString(LANGUAGE)));
        var credits = made.credits();
        if (credits != null && (credits < 0 || credits > MOST_CREDITS))
            faults.add(Fault.at("credits", "between", "0", Integer.toString(MOST_CREDITS)));
    }

    private static void why(String why, List<Fault> faults) {
        if (why.strip().length() < FEWEST_WORDS) faults.add(Fault.at("why", "missing"));
        if (why.length() > WHY) faults.add(Fault.at("why", "too-long", Integer.toString(WHY)));
    }

    /** Number and names belong together; details that differ, and a number that was superseded, do no harm. */
    private static List<Fault> learner(@Nullable Verified verified) {
        if (verified == null) return List.of();
        return switch (verified) {
            case Verified.Yes() -> List.of();
            case Verified.ToUpdate _ -> List.of();
            case Verified.Linked _ -> List.of();
            case Verified.No() -> List.of(Fault.at("uln", "learner-not-verified"));
            case Verified.OverQuota _ -> List.of(Fault.at("uln", "learner-not-verified"));
        };
    }

    private static List<Fault> rules(Achievement one, Setting setting) {
        var faults = new ArrayList<Fault>();
        var before = setting.before;
        if (one.action() == Action.SUBMIT) submitted(one, setting, faults);
        else if (before == null) faults.add(Fault.at("reference", "no-such-achievement"));
        else if (one.action() == Action.FINAL && before.withdrawn())
            faults.add(Fault.at("reference", "achievement-withdrawn"));
        if (before != null && !before.reported().uln().equals(one.uln()))
            faults.add(Fault.at("uln", "another-learner"));
        return faults;
    }

    private static void submitted(Achievement one, Setting setting, List<Fault> faults) {
        var awardable = setting.awardable;
        var before = setting.before;
        var made = one.made();
        if (awardable == null) faults.add(Fault.at("award", "not-yours-to-award"));
        else if (made != null && !awardable.isAwardedOn(made.on()))
            faults.add(Fault.at("awardedOn", "not-awarded-then"));
        if (before == null || made == null) return;
        if (before.withdrawn()) faults.add(Fault.at("reference", "achievement-withdrawn"));
        if (made.provisional() && before.event(false).status() == EventStatus.FINAL)
            faults.add(Fault.at("status", "final-already"));
    }
}
