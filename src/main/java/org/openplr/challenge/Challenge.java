package org.openplr.challenge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.platform.SpokenCode;

/**
 * Somebody says that something in a record is wrong: what, to whom it was taken, how far it has come, until when what is due.
 *
 * @param code by which it is named; {@link #reference()} as people see it
 * @param uln the learner's number when it was raised
 * @param owner whose data it is; null where the service answers
 * @param deadlines null before it is raised
 * @param answer of whoever decided last; null before
 * @param revision changes with every step: who acts says which they saw
 */
public record Challenge(
        UUID id,
        String code,
        Uln uln,
        Kind kind,
        State state,
        About about,
        By raisedBy,
        @Nullable Ukprn owner,
        Story story,
        @Nullable Deadlines deadlines,
        Days days,
        @Nullable State answer,
        boolean appealed,
        Instant made,
        long revision) {
    /**
     * What it is about: an event and, where two are one, the other; an entry of the activity list.
     *
     * @param other the event that is to go
     */
    public record About(
            @Nullable UUID event,
            @Nullable UUID other,
            @Nullable UUID look) {}

    /** Who raised it: the learner, or an organisation for them. */
    public record By(UUID account, @Nullable Ukprn organisation) {}

    /**
     * What is said.
     *
     * @param original what the record said when it was begun
     * @param supplied what it should say
     * @param elsewhereOn the day on which somebody else waits for it, an employer or a university; null for none
     * @param elsewhere what for
     */
    public record Story(
            String explanation,
            Map<Field, String> original,
            Map<Field, String> supplied,
            @Nullable LocalDate elsewhereOn,
            String elsewhere) {
        public Story {
            original = Map.copyOf(original);
            supplied = Map.copyOf(supplied);
        }

        @Override
        public String toString() {
            return "Story[…]";
        }
    }

    /**
     * Other days.
     *
     * @param waitsUntil on which it is raised by itself, where it was too early
     * @param answeredOn on which it was first answered
     * @param appealBy until which the service answers an appeal
     */
    public record Days(
            @Nullable LocalDate waitsUntil,
            @Nullable LocalDate answeredOn,
            @Nullable LocalDate appealBy) {
        static final Days NONE = new Days(null, null, null);
    }

    /** As people see it: {@code D-KMPQ-7RTV-WXY3-W}. */
    public String reference() {
        return SpokenCode.shown(code);
    }

    /** What it is called: what it is about, as the record or whoever raised it has it; may be empty. */
    public String title() {
        var known = story.original.get(Field.TITLE);
        if (known == null) known = story.original.get(Field.REFERENCE);
        if (known == null) known = story.supplied.get(Field.TITLE);
        if (known == null) known = story.supplied.get(Field.REFERENCE);
        return known == null ? "" : known;
    }

    /** The last day for what comes next; empty where nothing is due, or the clock stands still. */
    public Optional<LocalDate> dueBy() {
        var due = deadlines;
        if (due == null || due.stands()) return Optional.empty();
        return switch (state) {
            case RAISED -> Optional.of(earlier(due.acknowledgeBy(), due.answerBy()));
            case ACKNOWLEDGED, WITH_OWNER -> Optional.of(due.answerBy());
            case APPEALED -> Optional.ofNullable(days.appealBy);
            case DRAFT, WAITING, EVIDENCE_ASKED, UPHELD, PARTLY_UPHELD, NOT_UPHELD, WITHDRAWN, CLOSED ->
                Optional.empty();
        };
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    Challenge byTheLearner() {
        return new Challenge(
                id,
                code,
                uln,
                kind,
                state,
                about,
                new By(raisedBy.account, null),
                owner,
                story,
                deadlines,
                days,
                answer,
                appealed,
                made,
                revision);
    }

    Challenge in(State next) {
        return new Challenge(
                id, code, uln, kind, next, about, raisedBy, owner, story, deadlines, days, answer, appealed, made,
                revision);
    }

    Challenge telling(Story told) {
        return new Challenge(
                id, code, uln, kind, state, about, raisedBy, owner, told, deadlines, days, answer, appealed, made,
                revision);
    }

    Challenge due(@Nullable Deadlines due) {
        return new Challenge(
                id, code, uln, kind, state, about, raisedBy, owner, story, due, days, answer, appealed, made, revision);
    }

    Challenge on(Days other) {
        return new Challenge(
                id, code, uln, kind, state, about, raisedBy, owner, story, deadlines, other, answer, appealed, made,
                revision);
    }

    Challenge ownedBy(@Nullable Ukprn other) {
        return new Challenge(
                id, code, uln, kind, state, about, raisedBy, other, story, deadlines, days, answer, appealed, made,
                revision);
    }

    Challenge answered(State said, LocalDate day) {
        return new Challenge(
                id,
                code,
                uln,
                kind,
                state,
                about,
                raisedBy,
                owner,
                story,
                deadlines,
                new Days(days.waitsUntil, days.answeredOn == null ? day : days.answeredOn, days.appealBy),
                said,
                appealed,
                made,
                revision);
    }

    Challenge appealedUntil(LocalDate by) {
        return new Challenge(
                id,
                code,
                uln,
                kind,
                state,
                about,
                raisedBy,
                owner,
                story,
                deadlines,
                new Days(days.waitsUntil, days.answeredOn, by),
                answer,
                true,
                made,
                revision);
    }

    @Override
    public String toString() {
        return "Challenge[" + id + " " + state + "]";
    }
}
