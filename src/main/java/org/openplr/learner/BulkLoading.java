package org.openplr.learner;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Actor;
import org.openplr.platform.BulkTable;
import org.openplr.platform.BulkTable.Index;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/**
 * Fills a register with people as they are, for measuring: no rule is asked, nobody is looked up before. Either the learners
 * alone, whose match keys {@link MatchUpkeep} makes after, or all that registering writes of them but the ledger.
 */
@Service
public class BulkLoading {
    /** The date of birth of whom none is known: a measured file may lack it, a real registration may not. */
    public static final LocalDate NOT_KNOWN = LocalDate.of(1800, 1, 1);

    private static final BulkTable LEARNERS = new BulkTable("learner", LearnerRow.INSERTED + ", version_no")
            .with(Index.key("learner_pk", "uln"), Index.plain("learner_born", "date_of_birth"));
    private static final BulkTable KEYS = new BulkTable("learner_match_key", "match_key, uln")
            .with(Index.key("learner_match_key_pk", "match_key, uln"));
    private static final BulkTable VERSIONS = new BulkTable(
                    "learner_version", "uln, version_no, changed_at, actor_kind, account, ukprn, why")
            .with(Index.key("learner_version_pk", "uln, version_no"));
    private static final BulkTable RELATIONSHIPS = new BulkTable(
                    "learner_organisation", "uln, ukprn, kind, starts_on, source, made_by, made_at")
            .with(
                    Index.key("learner_organisation_pk", "uln, ukprn, kind, starts_on, begun_before"),
                    Index.plain("learner_organisation_of", "ukprn, uln"));

    /** The tables that {@link #rows} fills. */
    public static final List<BulkTable> TABLES = List.of(LEARNERS, KEYS, VERSIONS, RELATIONSHIPS);

    /** How often names occur, which is counted when everybody is there. */
    public static final BulkTable TERMS = new BulkTable("learner_match_term", "term, occurrences");

    private final Sql sql;
    private final InstantSource clock;

    @Inject
    BulkLoading(Sql sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Takes these people, whose numbers are new. */
    public int load(List<LearnerDetails> people) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        sql.batch(
                LearnerRow.INSERT,
                people.stream().map(one -> LearnerRow.forInsert(one, now)).toList());
        return people.size();
    }

    /** Somebody whom this officer registered at this moment. */
    public record Entered(LearnerDetails details, Actor.OrganisationUser by, Instant at) {}

    /** Everything that the register holds of these people. */
    public static List<BulkTable.Rows> rows(List<Entered> people) {
        var learners = new ArrayList<List<@Nullable Object>>();
        var keys = new ArrayList<List<Object>>();
        var versions = new ArrayList<List<@Nullable Object>>();
        var relationships = new ArrayList<List<@Nullable Object>>();
        for (var one : people) {
            var uln = one.details.uln().digits();
            learners.add(with(LearnerRow.forInsert(one.details, one.at), 1));
            for (var key : MatchKeyTable.keys(one.details)) keys.add(List.of(key, uln));
            versions.add(with(Arrays.asList(uln, 1, one.at), new Because(one.by, "registered").values()));
            relationships.add(relationship(one, uln));
        }
        return List.of(
                new BulkTable.Rows(LEARNERS, learners),
                new BulkTable.Rows(KEYS, keys),
                new BulkTable.Rows(VERSIONS, versions),
                new BulkTable.Rows(RELATIONSHIPS, relationships));
    }

    private static List<@Nullable Object> relationship(Entered one, String uln) {
        return Arrays.asList(
                uln,
                one.by.organisation().digits(),
                RelationKind.REGISTERED.name(),
                LocalDate.ofInstant(one.at, ZoneOffset.UTC),
                RelationSource.REGISTRATION.name(),
                one.by.account(),
                one.at);
    }

    private static List<@Nullable Object> with(List<? extends @Nullable Object> values, int more) {
        return with(values, List.of(more));
    }

    private static List<@Nullable Object> with(
            List<? extends @Nullable Object> values, List<? extends @Nullable Object> more) {
        var all = new ArrayList<@Nullable Object>(values);
        all.addAll(more);
        return all;
    }
}
