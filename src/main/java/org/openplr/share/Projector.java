package org.openplr.share;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.Learner;
import org.openplr.party.Ukprn;
import org.openplr.record.Entry;
import org.openplr.record.LearningEvent;
import org.openplr.record.PersonalRecord;

/**
 * Makes what a recipient sees out of a record and a scope: a pure function, and the only way a record becomes a
 * {@link SharedRecord}. The learner's preview runs it too, so the two cannot differ.
 */
final class Projector {
    private Projector() {}

    static SharedRecord project(Learner learner, PersonalRecord record, Scope scope, OnChallenge onChallenge) {
        var shown = record.events().stream()
                .filter(event -> within(scope, event))
                .filter(event -> !isHeldBack(event, onChallenge))
                .toList();
        var items = new PersonalRecord(shown, record.version())
                .entries().stream()
                        .flatMap(Entry::withParts)
                        .map(entry -> item(entry, scope.without()))
                        .toList();
        return new SharedRecord(person(learner, scope.identity()), items);
    }

    /**
     * Which events that were shown would not be shown the same now: what is out of the scope tells nothing, and neither does what
     * is held back. That an event is disputed, or final by now, or when it was loaded is no correction of it.
     *
     * @param then the record that was shown
     * @param seen when
     * @param now the record of now
     */
    static List<Correction> corrections(
            PersonalRecord then, Instant seen, PersonalRecord now, Scope scope, OnChallenge onChallenge) {
        var current = new HashMap<UUID, LearningEvent>();
        for (var event : now.events()) current.put(event.id(), event);
        var corrections = new ArrayList<Correction>();
        for (var event : then.events()) {
            var is = current.get(event.id());
            if (event.equals(is) || !within(scope, event) || isHeldBack(event, onChallenge)) continue;
            if (is != null && isHeldBack(is, onChallenge)) continue;
            if (is == null || isOtherwise(event, is, scope))
                corrections.add(new Correction(event.id(), seen, is == null || !within(scope, is)));
        }
        return corrections;
    }

    /** Whether a share shows an event otherwise than it was, or no longer. */
    static boolean isOtherwise(LearningEvent was, LearningEvent is, Scope scope) {
        return !within(scope, is) || !content(is, scope.without()).equals(content(was, scope.without()));
    }

    private static boolean isHeldBack(LearningEvent event, OnChallenge onChallenge) {
        return onChallenge == OnChallenge.WITHHOLD && event.underDataChallenge();
    }

    /** What a share tells of an event by itself. */
    private static List<@Nullable Object> content(LearningEvent event, Set<LeftOut> without) {
        var item = item(new Entry(event, List.of(), Set.of(), List.of()), without);
        return Arrays.asList(
                item.kind(),
                item.qualification(),
                item.grade(),
                item.credits(),
                item.awardedOn(),
                item.participation(),
                item.awardingOrganisation(),
                item.provider());
    }

    /** Whether a scope shows an event. */
    static boolean within(Scope scope, LearningEvent event) {
        if (!scope.events().isEmpty() && !scope.events().contains(event.id())) return false;
        if (!scope.kinds().isEmpty() && !scope.kinds().contains(event.kind())) return false;
        if (!scope.levels().isEmpty()
                && event.level().filter(scope.levels()::contains).isEmpty()) return false;
        return withinDates(scope, event.day());
    }

    private static boolean withinDates(Scope scope, Optional<LocalDate> day) {
        var from = scope.from();
        var to = scope.to();
        if (from != null && day.filter(d -> !d.isBefore(from)).isEmpty()) return false;
        return to == null || day.filter(d -> !d.isAfter(to)).isPresent();
    }

    private static SharedRecord.@Nullable Person person(Learner learner, Set<IdentityField> shown) {
        if (shown.isEmpty()) return null;
        var name = shown.contains(IdentityField.NAME);
        return new SharedRecord.Person(
                shown.contains(IdentityField.ULN) ? learner.uln().digits() : null,
                name ? learner.givenName() : null,
                name ? learner.familyName() : null,
                shown.contains(IdentityField.DATE_OF_BIRTH) ? learner.dateOfBirth() : null);
    }

    /** Only what is within the scope is seen as told by others. */
    private static SharedRecord.Item item(Entry entry, Set<LeftOut> without) {
        var event = entry.event();
        var dates = !without.contains(LeftOut.DATES);
        var subject = event.subject();
        return new SharedRecord.Item(
                event.id(),
                event.source(),
                event.kind(),
                new SharedRecord.Qualification(subject.code(), subject.title(), subject.type(), subject.levelText()),
                without.contains(LeftOut.GRADE) ? null : event.realGrade().orElse(null),
                without.contains(LeftOut.CREDITS) ? null : event.award().credits(),
                dates ? event.award().date() : null,
                dates ? participation(event.participation()) : null,
                body(event.awardingOrganisation()),
                without.contains(LeftOut.PROVIDER) ? null : body(event.provider()),
                event.status(),
                event.underDataChallenge(),
                dates ? event.loadedOn() : null,
                entry.others().isEmpty()
                        ? null
                        : entry.others().stream()
                                .map(other -> told(other, without))
                                .toList());
    }

    private static SharedRecord.Told told(LearningEvent event, Set<LeftOut> without) {
        var dates = !without.contains(LeftOut.DATES);
        return new SharedRecord.Told(
                event.id(),
                event.source(),
                without.contains(LeftOut.GRADE) ? null : event.realGrade().orElse(null),
                without.contains(LeftOut.CREDITS) ? null : event.award().credits(),
                dates ? event.award().date() : null,
                dates ? event.loadedOn() : null);
    }

    private static SharedRecord.@Nullable Participation participation(LearningEvent.Participation took) {
        if (took.start() == null && took.end() == null) return null;
        return new SharedRecord.Participation(took.start(), took.end());
    }

    private static SharedRecord.@Nullable Body body(LearningEvent.Body organisation) {
        var ukprn = organisation.ukprn().map(Ukprn::digits).orElse(null);
        if (organisation.name() == null && ukprn == null) return null;
        return new SharedRecord.Body(organisation.name(), ukprn);
    }
}
