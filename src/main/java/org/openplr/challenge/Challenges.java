package org.openplr.challenge;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.openplr.audit.Ledger;
import org.openplr.learner.Learner;
import org.openplr.learner.Learners;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Service;

/**
 * Challenges to be read: by learners those about their record, by organisations those that they own or raised, by
 * administrators what lies with the service or is late.
 */
@Service
public class Challenges {
    private static final int LONGEST_PAGE = 100;
    private static final int MOST_LATE = 200;

    /** As {@link ChallengeRow#place} makes them, or the id of a step. */
    private static final Pattern PLACE = Pattern.compile("(?:[01] [0-9]{4}-[0-9]{2}-[0-9]{2} )?[0-9a-f-]{36}");

    /** Steps are told a little later, when whatever was begun before them is done: nobody who polls misses one. */
    static final Duration SETTLED = Duration.ofSeconds(5);

    private final ChallengeTable table;
    private final StepTable steps;
    private final Parts parts;
    private final Discretion discretion;
    private final Learners learners;
    private final Ledger ledger;
    private final InstantSource clock;

    @Inject
    Challenges(
            ChallengeTable table,
            StepTable steps,
            Parts parts,
            Discretion discretion,
            Learners learners,
            Ledger ledger,
            InstantSource clock) {
        this.table = table;
        this.steps = steps;
        this.parts = parts;
        this.discretion = discretion;
        this.learners = learners;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What an organisation asks for of what it owns. */
    public enum Folder {
        /** What waits for it. */
        OPEN,
        /** What waits for whoever raised it. */
        ASKED,
        /** What is answered, withdrawn or closed. */
        DONE
    }

    /** How many wait for whoever answers, and how many of them are late. */
    public record Waiting(int all, int late) {}

    /** Some of a list; {@code next} is where the next page begins. */
    public record Page<T>(List<T> items, Optional<String> next) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /**
     * One, with what was done to it.
     *
     * @param open what whoever looks may do now
     * @param learner whose record it is about
     */
    public record Opened(Challenge challenge, List<Taken> steps, Set<Step> open, Learner learner) {
        public Opened {
            steps = List.copyOf(steps);
            open = Set.copyOf(open);
        }

        @Override
        public String toString() {
            return "Opened[" + challenge + "]";
        }
    }

    /** One that whoever looks has a part in; what others see of a learner's is in the ledger. */
    public Optional<Opened> open(Actor actor, UUID id) {
        var opened = find(actor, id);
        if (!(actor instanceof Actor.Learner))
            opened.ifPresent(one -> ledger.write(ChallengeEvent.read(actor, one.challenge)));
        return opened;
    }

    /** The same, on the way to something else that writes to the ledger. */
    public Optional<Opened> find(Actor actor, UUID id) {
        return table.find(id).flatMap(one -> {
            var part = parts.asked(actor, one, "challenge.looked-at");
            if (part.isEmpty() || one.state() == State.DRAFT) return Optional.empty();
            return learners.find(one.uln())
                    .map(learner -> new Opened(
                            discretion.told(actor, List.of(one)).getFirst(),
                            discretion.toldSteps(actor, steps.of(id)),
                            Life.open(one.state(), part),
                            learner));
        });
    }

    /** All that were raised about a learner's record, by whomever, the newest first. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Challenge> of(Actor.Learner self) {
        Right.CHALLENGE.require(self);
        return learners.find(self.uln()).map(one -> table.of(one.numbers())).orElse(List.of());
    }

    /** Those that an organisation raised for its learners, the newest first. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<Challenge> raisedBy(Actor.OrganisationUser user, Optional<String> cursor, int limit) {
        Right.CHALLENGE_FOR_LEARNERS.require(user);
        return page(
                cursor,
                "g",
                limit,
                (from, most) -> table.raisedFor(user.organisation(), from, most),
                one -> one.id().toString());
    }

    /** What an organisation owns: what somebody waits for elsewhere first, then by the day on which something is due. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<Challenge> inbox(Actor.OrganisationUser user, Folder folder, Optional<String> cursor, int limit) {
        Right.ANSWER_CHALLENGES.require(user);
        var own = user.organisation();
        var page = page(
                cursor,
                "",
                limit,
                (from, most) -> switch (folder) {
                    case OPEN -> table.on(own.digits(), from, most);
                    case ASKED -> table.of(own, ChallengeRow.LEARNER, from, most);
                    case DONE -> table.of(own, ChallengeRow.DONE, from, most);
                },
                ChallengeRow::place);
        var theirs = page.items.stream()
                .filter(one -> !parts.of(user, one).isEmpty())
                .toList();
        return new Page<>(discretion.told(user, theirs), page.next);
    }

    /** How much of that waits for an answer. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Waiting waiting(Actor.OrganisationUser user) {
        Right.ANSWER_CHALLENGES.require(user);
        return table.waiting(user.organisation().digits(), Deadlines.day(clock.instant()));
    }

    /** How much lies with the service. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Waiting waiting(Actor.Administrator administrator) {
        Right.SETTLE_CHALLENGES.require(administrator);
        return table.waiting("", Deadlines.day(clock.instant()));
    }

    /** What lies with the service: what nobody else owns, and what is appealed. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<Challenge> desk(Actor.Administrator administrator, Optional<String> cursor, int limit) {
        Right.SETTLE_CHALLENGES.require(administrator);
        return page(cursor, "", limit, (from, most) -> table.on("", from, most), ChallengeRow::place);
    }

    /** What is late, wherever, the longest first. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Challenge> late(Actor.Administrator administrator) {
        Right.SETTLE_CHALLENGES.require(administrator);
        return table.late(Deadlines.day(clock.instant()), MOST_LATE);
    }

    /** What was done to what an organisation owns, for systems that poll, the oldest first; some seconds late. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<Taken> events(Actor.OrganisationUser user, Optional<String> cursor, int limit) {
        Right.ANSWER_CHALLENGES.require(user);
        var length = Math.clamp(limit, 1, LONGEST_PAGE);
        var from = cursor.map(Challenges::place).orElse("");
        var some = steps.of(
                user.organisation(),
                Parts.mayReadDetails(user),
                from,
                clock.instant().minus(SETTLED),
                length);
        return new Page<>(
                discretion.toldSteps(user, some),
                some.isEmpty() ? cursor : Optional.of(text(some.getLast().id().toString())));
    }

    @FunctionalInterface
    private interface Reading {
        List<Challenge> some(String from, int most);
    }

    private static Page<Challenge> page(
            Optional<String> cursor, String first, int limit, Reading reading, Function<Challenge, String> place) {
        var length = Math.clamp(limit, 1, LONGEST_PAGE);
        var some = reading.some(cursor.map(Challenges::place).orElse(first), length + 1);
        if (some.size() <= length) return new Page<>(some, Optional.empty());
        var page = some.subList(0, length);
        return new Page<>(page, Optional.of(text(place.apply(page.getLast()))));
    }

    private static String text(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.US_ASCII));
    }

    private static String place(String cursor) {
        try {
            var place = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            if (PLACE.matcher(place).matches()) return place;
        } catch (IllegalArgumentException notBase64) {
            // told below
        }
        throw Mistake.unprocessable(Fault.at("cursor", "unknown-cursor"));
    }
}
