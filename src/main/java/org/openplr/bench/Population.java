package org.openplr.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.openplr.learner.BulkLoading;
import org.openplr.learner.BulkLoading.Entered;
import org.openplr.learner.LearnerDetails;
import org.openplr.learner.Learners;
import org.openplr.learner.MatchUpkeep;
import org.openplr.party.AbilityToShare;
import org.openplr.party.Actor;
import org.openplr.party.Gender;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.party.VerificationType;
import org.openplr.platform.BulkRows;
import org.openplr.platform.BulkTable;
import org.openplr.platform.Standalone;
import org.openplr.record.BulkRecording;

/**
 * Made-up people in a database, with everything that registering them would have written but the ledger, and ten learning
 * events each: the same for the same seed. Some thousand are made while those before them are written, so that memory does
 * not grow, however many there are.
 */
final class Population implements AutoCloseable {
    private static final int AT_ONCE = 2_000;
    private static final int LOWEST = 100_000_000;
    private static final int HOW_MANY = 900_000_000;
    /** Prime to the number of numbers, so that each comes once, and far enough that they look drawn. */
    private static final long STRIDE = 556_230_599;

    private static final int REGISTRARS = 400;
    private static final LocalDate FIRST_DAY = LocalDate.of(2008, 9, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 9, 1);
    private static final Actor IMPORTER = new Actor.System("population");
    private static final List<VerificationType> VERIFICATIONS = List.of(
            VerificationType.NONE,
            VerificationType.PASSPORT,
            VerificationType.PASSPORT,
            VerificationType.PASSPORT,
            VerificationType.PASSPORT);

    static final List<BulkTable> TABLES = tables();

    private final Standalone house;
    private final BulkRows rows;
    private final Random random;
    private final Schooling schooling;
    private final Instant known;
    private final ExecutorService writer = Executors.newSingleThreadExecutor();
    private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);
    private List<Entered> people = new ArrayList<>();
    private List<BulkRecording.Event> events = new ArrayList<>();
    private long drawn;
    private long eventNumber;

    /**
     * Begins to fill an empty register.
     *
     * @throws IllegalStateException where it is not empty
     */
    Population(Standalone house, long seed) {
        if (!house.call(() -> house.service(Learners.class).none()))
            throw new IllegalStateException("the register of db.url is not empty");
        this.house = house;
        this.rows = new BulkRows(house.service(DataSource.class));
        this.random = new Random(seed + 3);
        this.schooling = new Schooling(new Random(seed + 4), "pop");
        this.known = LAST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
        this.drawn = Math.floorMod(seed * 7_919L, (long) HOW_MANY);
        rows.begin(TABLES);
    }

    private static List<BulkTable> tables() {
        var tables = new ArrayList<>(BulkLoading.TABLES);
        tables.add(BulkRecording.TABLE);
        return List.copyOf(tables);
    }

    /** The officer of the organisation of this number: 400 of them registered everybody. */
    static Actor.OrganisationUser registrar(int number) {
        var ukprn = new Ukprn("19982" + (100 + number));
        return new Actor.OrganisationUser(
                new UUID(0x7000, 0x8000_0000_0000_0000L + number), ukprn, Set.of(Role.REGISTRATION_BATCH));
    }

    /** Takes somebody in, and gives them a number. */
    Uln add(Someone one) {
        var uln = number();
        people.add(
                new Entered(details(uln, one), registrar(random.nextInt(REGISTRARS)), registered(one.dateOfBirth())));
        for (var event : schooling.of(uln, one.dateOfBirth()))
            events.add(new BulkRecording.Event(new UUID(0x7000, 0x8000_0000_0000_0000L + ++eventNumber), event));
        if (people.size() == AT_ONCE) write();
        return uln;
    }

    private Uln number() {
        while (true) {
            drawn = (drawn + STRIDE) % HOW_MANY;
            var uln = Uln.fromFirstNine(Long.toString(LOWEST + drawn));
            if (uln.isPresent()) return uln.get();
        }
    }

    private LearnerDetails details(Uln uln, Someone one) {
        var previous = one.previousFamilyName();
        var names = new LearnerDetails.Names(
                null, one.givenName(), null, null, one.familyName(), previous.isEmpty() ? null : previous, null);
        return new LearnerDetails(
                uln,
                names,
                one.dateOfBirth(),
                Gender.ofCode(one.gender()).orElseThrow(),
                new LearnerDetails.Address(null, null, null, null, one.postcode(), null),
                new LearnerDetails.Background(null, null, null, null),
                null,
                new LearnerDetails.Verification(VERIFICATIONS.get(random.nextInt(VERIFICATIONS.size())), null),
                random.nextInt(100) == 0 ? AbilityToShare.OPTED_OUT : AbilityToShare.MAY_SHARE,
                false);
    }

    /** Some day of the autumn in which they are 14, or that in which the register began. */
    private Instant registered(LocalDate born) {
        var fourteen = LocalDate.of(born.getYear() + 14, 9, 1);
        var first = fourteen.isBefore(FIRST_DAY) ? FIRST_DAY : fourteen;
        var day = first.plusDays(random.nextInt(90));
        return (day.isAfter(LAST_DAY) ? LAST_DAY : day)
                .atTime(LocalTime.of(9, 0).plusSeconds(random.nextInt(28_800)))
                .toInstant(ZoneOffset.UTC);
    }

    /** Those that are made go to the database while the next are made. */
    private void write() {
        var some = new ArrayList<>(BulkLoading.rows(people));
        some.add(BulkRecording.rows(events, known, IMPORTER, "made up"));
        people = new ArrayList<>();
        events = new ArrayList<>();
        await();
        writing = CompletableFuture.runAsync(() -> rows.add(some), writer);
    }

    private void await() {
        try {
            writing.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** Everybody is there: builds the indexes and counts names. */
    void finish() {
        if (!people.isEmpty()) write();
        await();
        rows.end(TABLES);
        house.call(() -> {
            house.service(MatchUpkeep.class).loaded();
            return true;
        });
        rows.settle(List.of(BulkLoading.TERMS));
    }

    @Override
    public void close() {
        writer.close();
        rows.close();
    }
}
