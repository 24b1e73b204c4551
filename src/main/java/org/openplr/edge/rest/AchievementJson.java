package org.openplr.edge.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openplr.edge.rest.AchievementsResource.Read;
import org.openplr.learner.ToVerify;
import org.openplr.party.Gender;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.qualification.AwardReference;
import org.openplr.record.Achievement;
import org.openplr.record.Achievement.Action;

/**
 * One achievement of an awarding organisation.
 *
 * @param action SUBMIT where nothing is said; WITHDRAW, REINSTATE or FINAL
 * @param reference the organisation's own: letters, digits, dots, hyphens and slashes
 * @param givenName of whoever is given an award: names and award only where it is submitted
 * @param award the number of the qualification or unit, in any spelling
 * @param status FINAL where nothing is said, or PROVISIONAL
 * @param provider the UKPRN of where it was learnt
 * @param why of a withdrawal or a reinstatement
 */
public record AchievementJson(
        @Nullable String action,
        @Nullable String reference,
        @Nullable String uln,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable LocalDate dateOfBirth,
        @Nullable String award,
        @Nullable LocalDate awardedOn,
        @Nullable String grade,
        @Nullable Integer credits,
        @Nullable String language,
        @Nullable String status,
        @Nullable String provider,
        @Nullable String why) {
    private static final Uln NOBODY = Uln.fromFirstNine("100000004").orElseThrow();
    private static final AwardReference NOTHING = new AwardReference("NOTHING");
    private static final int NAME = 35;
    private static final int REFERENCE = 55;
    private static final int WORDS = 200;

    static Read read(@Nullable AchievementJson one) {
        if (one == null) return new Read(Optional.empty(), List.of(Fault.at("", "missing")));
        try {
            return new Read(Optional.of(one.read()), List.of());
        } catch (Mistake mistake) {
            return new Read(Optional.empty(), mistake.faults());
        }
    }

    private Achievement read() {
        var faults = new Faults();
        var chosen = action == null ? Optional.of(Action.SUBMIT) : faults.oneOf("/action", action, Action.class);
        var own = faults.text("/reference", reference, REFERENCE);
        var number = Uln.parse(uln == null ? "" : uln);
        if (number.isEmpty()) faults.add("/uln", "not-a-uln");
        var made = chosen.filter(Action.SUBMIT::equals).map(_ -> made(faults, number.orElse(NOBODY)));
        var words = why == null ? Optional.of("") : faults.text("/why", why, WORDS);
        faults.throwIfAny();
        return new Achievement(
                chosen.orElseThrow(), own.orElseThrow(), number.orElseThrow(), made.orElse(null), words.orElseThrow());
    }

    /** With faults it is thrown away. */
    private Achievement.Made made(Faults faults, Uln number) {
        var given = faults.text("/givenName", givenName, NAME);
        var family = faults.text("/familyName", familyName, NAME);
        var awarded = faults.text("/award", award, REFERENCE).flatMap(AwardReference::parse);
        if (awarded.isEmpty() && award != null && !award.isBlank()) faults.add("/award", "not-a-reference");
        var on = faults.required("/awardedOn", awardedOn);
        var graded = faults.text("/grade", grade, WORDS);
        var provisional = status != null && status.equals("PROVISIONAL");
        if (status != null && !provisional && !status.equals("FINAL")) faults.add("/status", "unknown-value");
        var where = provider == null ? Optional.<Ukprn>empty() : Ukprn.parse(provider);
        if (provider != null && where.isEmpty()) faults.add("/provider", "not-a-ukprn");
        return new Achievement.Made(
                new ToVerify(number, given.orElse(""), family.orElse(""), dateOfBirth, Gender.UNKNOWN),
                awarded.orElse(NOTHING),
                on.orElse(LocalDate.EPOCH),
                graded.orElse(""),
                credits,
                language == null ? "" : language.strip(),
                provisional,
                where.orElse(null));
    }

    @Override
    public String toString() {
        return "AchievementJson[…]";
    }
}
