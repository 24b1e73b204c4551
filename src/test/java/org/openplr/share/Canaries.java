package org.openplr.share;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.openplr.learner.Learner;
import org.openplr.party.AbilityToShare;
import org.openplr.party.Gender;
import org.openplr.party.Uln;
import org.openplr.party.VerificationType;
import org.openplr.record.EventKind;
import org.openplr.record.LearningEvent;
import org.openplr.record.Level;
import org.openplr.record.PersonalRecord;
import org.openplr.record.ReportedEvent;

/**
 * A record in which every value stands nowhere else, so that a value that leaks tells where it came from; and random
 * scopes over it, with an oracle of its own for what each may show.
 */
final class Canaries {
    static final Learner LEARNER = new Learner(
            new Uln("9276308686"),
            "CanaryGiven",
            "CanaryFamily",
            "CanaryPrevious",
            LocalDate.of(1991, 3, 17),
            Gender.FEMALE,
            "ZZ99 9ZZ",
            VerificationType.PASSPORT,
            AbilityToShare.MAY_SHARE,
            false,
            Set.of(new Uln("9276308686")),
            1);
    private static final List<EventKind> KINDS =
            List.of(EventKind.ACHIEVEMENT, EventKind.UNIT, EventKind.PARTICIPATION);
    private static final String[] LEVELS = {"Level 1", "Level 1/2", "Level 2", "Level 3", "Level 6", ""};

    private final Random random;
    private final List<LearningEvent> events = new ArrayList<>();
    private final Map<UUID, Map<String, String>> valuesOf = new HashMap<>();

    Canaries(long seed) {
        this.random = new Random(seed);
        for (var i = 0; i < 12; i++) add(i);
    }

    private void add(int i) {
        var id = new UUID(0xCA_0000L + i, random.nextLong());
        var kind = KINDS.get(i % 3);
        var day = LocalDate.of(2010, 1, 1).plusDays(i * 97L);
        var awarded = kind == EventKind.PARTICIPATION ? null : day;
        var grade = kind == EventKind.PARTICIPATION ? "9999999999" : "CanaryGrade" + i + "x";
        var code = kind == EventKind.UNIT ? "K/501/" + (5000 + i) : "5007" + (9000 + i);
        var level = LEVELS[i % LEVELS.length];
        var event = new LearningEvent(
                id,
                LEARNER.uln(),
                "CanSrc" + (char) ('A' + i),
                id.toString(),
                new LearningEvent.Subject(
                        code, "CanaryTitle" + i + "x", "CanaryType" + i + "x", level.isEmpty() ? null : level),
                new LearningEvent.Award(awarded, grade, 70_000 + i, "CanaryLanguage" + i + "x"),
                new LearningEvent.Participation(day.minusDays(40), day.minusDays(10)),
                new LearningEvent.Body("CanaryAwarding" + i + "x", Integer.toString(10_500_000 + i)),
                new LearningEvent.Body("CanaryProvider" + i + "x", Integer.toString(10_600_000 + i)),
                new LearningEvent.Return(
                        "CanColl" + (char) ('A' + i), "CanRetn" + (char) ('A' + i), "F", "CanaryRestriction" + i + "x"),
                i % 5 == 0,
                day.plusDays(41),
                new LearningEvent.Further(
                        day.minusDays(20),
                        "CanRet" + (char) ('A' + i),
                        new LearningEvent.Framework("CanFrame" + i + "x", "CanaryFramework" + i + "x"),
                        "CanaryGrading" + i + "x",
                        false,
                        "CanaryWhole" + i + "x"));
        events.add(event);
        valuesOf.put(id, values(event));
    }

    /** Every value of an event by the field that a scope speaks of; "never" for what no share ever shows. */
    private static Map<String, String> values(LearningEvent event) {
        var values = new HashMap<String, String>();
        var i = event.id().toString();
        values.put("id", i);
        values.put("source", event.source());
        values.put("title", event.subject().title());
        values.put("type", event.subject().type());
        values.put("reference", event.subject().code());
        values.put("awarding", event.awardingOrganisation().name());
        values.put("awardingUkprn", event.awardingOrganisation().code());
        event.realGrade().ifPresent(grade -> values.put("-grade", grade));
        values.put("-credits", String.valueOf(event.award().credits()));
        values.put("-provider", event.provider().name());
        values.put("-providerUkprn", event.provider().code());
        var awarded = event.award().date();
        if (awarded != null) values.put("-dateAward", awarded.toString());
        values.put("-dateStart", String.valueOf(event.participation().start()));
        values.put("-dateEnd", String.valueOf(event.participation().end()));
        values.put("-dateLoaded", event.loadedOn().toString());
        values.put("never1", event.collected().collectionType());
        values.put("never2", event.collected().number());
        values.put("never3", event.collected().restriction());
        values.put("never4", event.award().language());
        var further = event.further();
        values.put("never5", String.valueOf(further.assessedOn()));
        values.put("never6", further.retake());
        values.put("never7", Objects.requireNonNull(further.framework()).code());
        values.put("never8", Objects.requireNonNull(further.framework()).name());
        values.put("never9", further.gradingType());
        values.put("never10", further.partOf());
        return values;
    }

    /** The record as its sources would report it, for somebody of this number; the reference is the event's id here. */
    List<ReportedEvent> reported(Uln uln) {
        return events.stream()
                .map(e -> new ReportedEvent(
                        e.source(),
                        e.id().toString(),
                        uln,
                        e.subject(),
                        e.award(),
                        e.participation(),
                        e.awardingOrganisation(),
                        e.provider(),
                        e.collected(),
                        e.underDataChallenge(),
                        e.loadedOn(),
                        e.further()))
                .toList();
    }

    PersonalRecord record() {
        return new PersonalRecord(events, "0".repeat(64));
    }

    /** A scope at random: sometimes whole, mostly several limits at once. */
    Scope scope() {
        var chosen = random.nextInt(3) == 0
                ? some(events.stream().map(LearningEvent::id).toList())
                : Set.<UUID>of();
        var from = random.nextInt(3) == 0 ? LocalDate.of(2010, 1, 1).plusDays(random.nextInt(1200)) : null;
        var to = random.nextInt(3) == 0 ? LocalDate.of(2010, 1, 1).plusDays(random.nextInt(1200)) : null;
        return new Scope(
                chosen,
                random.nextInt(3) == 0 ? some(List.of(EventKind.values())) : Set.of(),
                random.nextInt(3) == 0
                        ? some(List.of(Level.ONE, Level.ONE_OR_TWO, Level.TWO, Level.THREE, Level.EIGHT))
                        : Set.of(),
                from,
                to,
                some(List.of(IdentityField.values())),
                some(List.of(LeftOut.values())),
                random.nextBoolean());
    }

    OnChallenge onChallenge() {
        return random.nextBoolean() ? OnChallenge.SHOW : OnChallenge.WITHHOLD;
    }

    private <T> Set<T> some(List<T> all) {
        var chosen = new HashSet<T>();
        for (var one : all) if (random.nextInt(3) == 0) chosen.add(one);
        return chosen;
    }

    /** The values that must be there, and those that must not. */
    record Expected(Set<String> shown, Set<String> hidden) {}

    /** Every value that a share of this scope may show, and every value that it may not. */
    Expected expected(Scope scope, OnChallenge onChallenge) {
        var shown = new HashSet<String>();
        var hidden = new HashSet<String>();
        for (var event : events) {
            var inside = inside(event, scope, onChallenge);
            valuesOf.getOrDefault(event.id(), Map.of())
                    .forEach((field, value) -> (inside && allowed(field, scope) ? shown : hidden).add(value));
        }
        learnerValues(scope, shown, hidden);
        return new Expected(shown, hidden);
    }

    private static boolean inside(LearningEvent event, Scope scope, OnChallenge onChallenge) {
        var number = (int) (event.id().getMostSignificantBits() - 0xCA_0000L);
        var level = LEVELS[number % LEVELS.length].replace("Level ", "");
        var day = event.award().date() != null
                ? event.award().date()
                : event.participation().end();
        var rightEvent = scope.events().isEmpty() || scope.events().contains(event.id());
        var rightKind = scope.kinds().isEmpty() || scope.kinds().contains(KINDS.get(number % 3));
        var rightLevel = scope.levels().isEmpty()
                || scope.levels().stream().anyMatch(l -> l.code().equals(level));
        var notTooEarly = scope.from() == null || !scope.from().isAfter(day);
        var notTooLate = scope.to() == null || !scope.to().isBefore(day);
        var undisputed = number % 5 != 0 || onChallenge == OnChallenge.SHOW;
        return rightEvent && rightKind && rightLevel && notTooEarly && notTooLate && undisputed;
    }

    private static boolean allowed(String field, Scope scope) {
        if (field.startsWith("never")) return false;
        if (!field.startsWith("-")) return true;
        var left = scope.without();
        if (field.startsWith("-grade")) return !left.contains(LeftOut.GRADE);
        if (field.startsWith("-credits")) return !left.contains(LeftOut.CREDITS);
        if (field.startsWith("-provider")) return !left.contains(LeftOut.PROVIDER);
        return !left.contains(LeftOut.DATES);
    }

    private static void learnerValues(Scope scope, Set<String> shown, Set<String> hidden) {
        var identity = scope.identity();
        (identity.contains(IdentityField.NAME) ? shown : hidden).add(LEARNER.givenName());
        (identity.contains(IdentityField.NAME) ? shown : hidden).add(LEARNER.familyName());
        (identity.contains(IdentityField.ULN) ? shown : hidden)
                .add(LEARNER.uln().digits());
        (identity.contains(IdentityField.DATE_OF_BIRTH) ? shown : hidden)
                .add(LEARNER.dateOfBirth().toString());
        hidden.add(LEARNER.postcode());
    }
}
