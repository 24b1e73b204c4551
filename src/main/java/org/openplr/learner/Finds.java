package org.openplr.learner;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openplr.matching.Person;
import org.openplr.party.Gender;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.platform.Ids;
import org.openplr.platform.Part;
import org.openplr.platform.Sql;
import org.openplr.platform.Words;

/**
 * Finds that organisations made: only after one may somebody be registered (WSRC0021), and only once. What was asked is kept
 * as a digest, bound to the organisation, for a day; it is no secret, and it need not be readable.
 */
@Part
class Finds {
    /** So long a find makes registering possible, and the same request makes nobody new: our own figure. */
    static final Duration GOOD_FOR = Duration.ofHours(24);

    private static final String INSERT =
            "insert into learner_find (id, ukprn, facts, found_at, uln) values (?, ?, ?, ?, ?)";
    private static final String USE =
            "update learner_find set uln = ? where ukprn = ? and facts = ? and found_at > ? and uln is null";
    private static final String TAKE =
            "update learner_find set uln = uln where ukprn = ? and facts = ? and found_at > ? and uln is null";
    private static final String USED =
            "select facts, uln from learner_find where ukprn = ? and found_at > ? and uln is not null and facts in (";

    private final Sql sql;
    private final InstantSource clock;
    private final Ids ids;

    @Inject
    Finds(Sql sql, InstantSource clock, Ids ids) {
        this.sql = sql;
        this.clock = clock;
        this.ids = ids;
    }

    /** The five mandatory demographics as one digest, whatever their spelling: case, accents and spaces do not count. */
    static String facts(
            Ukprn organisation, String given, String family, @Nullable LocalDate born, Gender gender, String postcode) {
        return digest(String.join(
                "|",
                organisation.digits(),
                Words.key(given),
                Words.key(family),
                String.valueOf(born),
                Integer.toString(gender.code()),
                Words.key(postcode).replace(" ", "")));
    }

    static String facts(Ukprn organisation, Person wanted) {
        return facts(
                organisation,
                wanted.givenName(),
                wanted.familyName(),
                wanted.dateOfBirth(),
                wanted.gender(),
                wanted.postcode());
    }

    static String facts(Ukprn organisation, LearnerToRegister learner) {
        return facts(
                organisation,
                learner.names().given(),
                learner.names().family(),
                learner.dateOfBirth(),
                learner.gender(),
                learner.address().postcode());
    }

    static String digest(String text) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** A find was made. */
    void note(Ukprn organisation, String facts) {
        sql.update(INSERT, values(organisation, facts, null));
    }

    /** These were registered from a file, which finds for itself. */
    void noteRegistered(Ukprn organisation, Map<String, Uln> byFacts) {
        var rows = new ArrayList<List<@Nullable Object>>();
        byFacts.forEach((facts, uln) -> rows.add(values(organisation, facts, uln)));
        sql.batch(INSERT, rows);
    }

    private List<@Nullable Object> values(Ukprn organisation, String facts, @Nullable Uln uln) {
        var row = new ArrayList<@Nullable Object>(List.of(ids.next(), organisation.digits(), facts, now()));
        row.add(uln == null ? null : uln.digits());
        return row;
    }

    /**
     * Takes every find of this person that was not used. Whoever registers the same person at the same moment waits here, and
     * finds nothing left once they are registered.
     *
     * @return false where there was none
     */
    boolean take(Ukprn organisation, String facts) {
        return sql.update(TAKE, List.of(organisation.digits(), facts, since())) > 0;
    }

    /** Uses up what was taken for the one who is registered now. */
    void use(Ukprn organisation, String facts, Uln uln) {
        sql.update(USE, List.of(uln.digits(), organisation.digits(), facts, since()));
    }

    /** Who was registered of late by this organisation with these facts. */
    Map<String, Uln> registeredLately(Ukprn organisation, Collection<String> facts) {
        var found = new HashMap<String, Uln>();
        if (facts.isEmpty()) return found;
        var values = new ArrayList<Object>(List.of(organisation.digits(), since()));
        values.addAll(facts);
        sql.rows(
                USED + Sql.places(facts.size()) + ")",
                row -> found.put(row.text("facts"), new Uln(row.text("uln"))),
                values);
        return found;
    }

    Optional<Uln> registeredLately(Ukprn organisation, String facts) {
        return Optional.ofNullable(
                registeredLately(organisation, List.of(facts)).get(facts));
    }

    /** Forgets what is no longer good. */
    int forget() {
        return sql.update("delete from learner_find where found_at <= ?", List.of(since()));
    }

    private Instant since() {
        return now().minus(GOOD_FOR);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
