package org.openplr.learner;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.openplr.party.Actor;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.platform.Part;
import org.openplr.platform.Sql;

/**
 * How many different people somebody may look for in a day: the same person again costs nothing, and one who was not found
 * counts as much as one who was. It is decided before anybody is looked for; people who look at the same moment may together
 * go over by as many as are shown in one find.
 *
 * <p>Whoever else looks for people one by one counts here too ({@code credit}). Whom files verify, whom they name as an
 * organisation's own, and whom they would have registered and were told of instead, is counted apart, by bounds of their own,
 * and whoever watches sees it with the rest ({@link Watching}). Whom they register is nobody who was found.
 */
@Part
public class Quota {
    /** Different people to a user in a day: our own figure, more than a registry officer meets in one. */
    static final int PER_USER = 300;

    /** Different people to an organisation in a day, each user's counted apart. */
    static final int PER_ORGANISATION = 3_000;

    /** Different people whom an organisation's files may name in a day as its own: our own figure, a large college's intake in some days. */
    static final int PER_FILES = 10_000;

    /** In the place of a user: whom files named as an organisation's own, whom they verified, whom they brought and were known. */
    private static final String FILES = "files";

    private static final String VERIFYING = "verify-files";
    private static final String REGISTERING = "register-files";

    private static final ZoneId UK = ZoneId.of("Europe/London");
    private static final String COUNT =
            "select count(*) as n, count(case when account = ? then 1 end) as own from learner_sought"
                    + " where on_day = ? and ukprn = ? and account not in ('" + FILES + "', '" + VERIFYING + "', '"
                    + REGISTERING + "')";
    private static final String BY_FILES =
            "select count(*) as n from learner_sought where on_day = ? and ukprn = ? and account = ?";
    private static final String THERE =
            "select subject from learner_sought where on_day = ? and ukprn = ? and account = ? and subject in (";
    private static final String INSERT =
            "insert into learner_sought (on_day, ukprn, account, subject, is_found) values (?, ?, ?, ?, ?)";

    private final Sql sql;
    private final InstantSource clock;

    @Inject
    Quota(Sql sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Whether this user may look for so many more today. */
    public boolean allows(Actor.OrganisationUser user, int more) {
        var counted = sql.rows(
                        COUNT,
                        row -> List.of(row.number("n"), row.number("own")),
                        List.of(
                                user.account().toString(),
                                today(),
                                user.organisation().digits()))
                .getFirst();
        return counted.get(0) + more <= PER_ORGANISATION && counted.get(1) + more <= PER_USER;
    }

    /** How many more people the files of this organisation may name today. */
    int leftForFiles(Ukprn organisation) {
        var named = sql.rows(BY_FILES, row -> row.number("n"), List.of(today(), organisation.digits(), FILES));
        return Math.max(0, PER_FILES - named.getFirst());
    }

    /** Whom a file of theirs named, those who were meant and those who were nobody. */
    void namedByFile(Ukprn organisation, Collection<Uln> meant, Collection<Uln> nobody) {
        count(organisation, FILES, meant, nobody);
    }

    /** Whom a file of theirs verified, those who were meant and those who were nobody; a file has its own bound. */
    void verifiedByFile(Ukprn organisation, Collection<Uln> meant, Collection<Uln> nobody) {
        count(organisation, VERIFYING, meant, nobody);
    }

    /** Whom a file of theirs was to register and who is known, and by digests of what was said who may be. */
    void foundByFile(Ukprn organisation, Collection<Uln> known, Collection<String> unclear) {
        count(organisation, REGISTERING, known.stream().map(Uln::digits).toList(), true);
        count(organisation, REGISTERING, unclear, false);
    }

    private void count(Ukprn organisation, String files, Collection<Uln> meant, Collection<Uln> nobody) {
        var digests =
                nobody.stream().map(number -> Finds.digest(number.digits())).toList();
        count(organisation, files, meant.stream().map(Uln::digits).toList(), true);
        count(organisation, files, digests, false);
    }

    /** Whom they were shown. */
    public void shown(Actor.OrganisationUser user, Collection<Uln> numbers) {
        count(
                user.organisation(),
                user.account().toString(),
                numbers.stream().map(Uln::digits).toList(),
                true);
    }

    /** That they asked for this number, and whether it was shown to be anybody's to them. */
    public void tried(Actor.OrganisationUser user, Uln number, boolean shown) {
        if (shown) shown(user, List.of(number));
        else missed(user, List.of(Finds.digest(number.digits())));
    }

    /** Whom they looked for and did not find, by digests of what was asked. */
    public void missed(Actor.OrganisationUser user, Collection<String> digests) {
        count(user.organisation(), user.account().toString(), digests, false);
    }

    private void count(Ukprn ukprn, String account, Collection<String> subjects, boolean found) {
        var fresh = new HashSet<>(subjects);
        if (fresh.isEmpty()) return;
        var day = today();
        var organisation = ukprn.digits();
        var values = new ArrayList<Object>(List.of(day, organisation, account));
        values.addAll(fresh);
        sql.rows(THERE + Sql.places(fresh.size()) + ")", row -> row.text("subject"), values)
                .forEach(fresh::remove);
        sql.batch(
                INSERT,
                fresh.stream()
                        .map(subject -> List.<Object>of(day, organisation, account, subject, found))
                        .toList());
    }

    /** Seconds until the next day begins. */
    public long untilTomorrow() {
        var now = clock.instant();
        return Math.max(1, tomorrow(now).getEpochSecond() - now.getEpochSecond());
    }

    private static Instant tomorrow(Instant now) {
        return LocalDate.ofInstant(now, UK).plusDays(1).atStartOfDay(UK).toInstant();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), UK);
    }
}
