package org.openplr.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Uln;
import org.openplr.platform.Sql;
import org.openplr.platform.Standalone;

/**
 * Generated learners, each with learning events, the same ones for the same seed; loaded in bulk, because the
 * benchmark measures how they are read.
 */
final class Population {
    private static final int AT_ONCE = 1_000;
    private static final int EVENTS_EACH = 10;
    private static final LocalDate YOUNGEST = LocalDate.of(2008, 9, 1);

    private static final String LEARNER = "insert into learner (uln, given_name, family_name, date_of_birth,"
            + " gender_code, postcode, verification_code, ability_to_share_code, is_sensitive, version_no, created_at,"
            + " changed_at) values (" + Sql.places(12) + ")";
    private static final String EVENT = "insert into record_event_version (event_id, version_no, uln, source_code,"
            + " source_reference, known_from, withdrawn, marked_challenged, recorded_by, recorded_why, content_hash,"
            + " subject_code, subject_title, qualification_type, level_text, award_date, grade, credits,"
            + " awarding_name, awarding_code, provider_name, provider_code, status_text, reported_challenge,"
            + " date_loaded) values (" + Sql.places(25) + ")";

    private static final List<String> SUBJECTS = List.of(
            "Functional Skills qualification in mathematics",
            "Certificate in Customer Service",
            "Diploma in Plumbing and Domestic Heating",
            "GCSE in English Language",
            "Award in Health and Safety in the Workplace",
            "Extended Diploma in Information Technology");

    private final Random random = new Random(20_261_123);
    private final Instant now;

    Population(Instant now) {
        this.now = now;
    }

    /** Loads so many learners and returns their numbers. */
    List<Uln> load(Standalone house, int learners) {
        var numbers = new ArrayList<Uln>(learners);
        var sql = house.service(Sql.class);
        for (var nine = 300_000_000; numbers.size() < learners; ) {
            var people = new ArrayList<List<@Nullable Object>>();
            var events = new ArrayList<List<@Nullable Object>>();
            while (people.size() < AT_ONCE && numbers.size() < learners) {
                var uln = Uln.fromFirstNine(String.valueOf(nine++));
                if (uln.isEmpty()) continue;
                numbers.add(uln.get());
                people.add(learner(uln.get()));
                for (var i = 0; i < EVENTS_EACH; i++) events.add(event(uln.get(), i));
            }
            house.call(() -> sql.batch(LEARNER, people) + sql.batch(EVENT, events));
        }
        return numbers;
    }

    private List<@Nullable Object> learner(Uln uln) {
        return Arrays.asList(
                uln.digits(),
                "Given" + random.nextInt(5_000),
                "Family" + random.nextInt(20_000),
                YOUNGEST.minusDays(random.nextInt(15_000)),
                random.nextInt(1, 3),
                "ZZ99 9ZZ",
                3,
                1,
                false,
                1L,
                now,
                now);
    }

    private List<@Nullable Object> event(Uln uln, int index) {
        var awarded = LocalDate.of(2012 + index, 7, 1).plusDays(random.nextInt(300));
        var hash = new byte[32];
        random.nextBytes(hash);
        return Arrays.asList(
                new UUID(random.nextLong(), random.nextLong()).toString(),
                1,
                uln.digits(),
                index % 3 == 0 ? "NPD" : "AO",
                uln.digits() + "-" + index,
                now,
                false,
                false,
                "bench",
                "generated",
                HexFormat.of().formatHex(hash),
                String.valueOf(50_000_000 + random.nextInt(20_000_000)),
                SUBJECTS.get(random.nextInt(SUBJECTS.size())),
                "QCF",
                "Level " + random.nextInt(1, 4),
                awarded,
                "Pass",
                random.nextInt(1, 60),
                "An awarding organisation",
                "10009999",
                "A college",
                "10008888",
                "F",
                false,
                awarded.plusDays(90));
    }
}
