package org.openplr.learner;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.TemporaryNumber.Advice;
import org.openplr.learner.TemporaryNumber.Said;
import org.openplr.learner.TemporaryNumber.State;
import org.openplr.learner.TemporaryNumbers.Entry;
import org.openplr.party.Actor;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.platform.Cursor;
import org.openplr.platform.Ids;
import org.openplr.platform.Part;
import org.openplr.platform.Sql;

/** The rows of temporary numbers; one that is open stands at its place, which is its reference. */
@Part
class TemporaryTable {
    private static final int LONGEST_REFERENCE = 128;
    private static final String COLUMNS = "id, reference, given_name, family_name, previous_family_name, date_of_birth,"
            + " gender, postcode, origin, noted_at, advice, looked_at, state, ended_at, uln";
    private static final String SELECT = "select " + COLUMNS + " from learner_temporary where ukprn = ?";
    private static final String ADD = """
        insert into learner_temporary (id, ukprn, place, reference, given_name, family_name, previous_family_name,
            date_of_birth, gender, postcode, origin, noted_at, noted_by, advice, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN')\
        """;
    private static final String AGAIN = """
        update learner_temporary set given_name = ?, family_name = ?, previous_family_name = ?, date_of_birth = ?,
            gender = ?, postcode = ?, advice = ? where ukprn = ? and place = ? and state = 'OPEN'\
        """;
    private static final String END = """
        update learner_temporary set state = ?, ended_at = ?, ended_by = ?, uln = ?, place = id
            where ukprn = ? and id = ? and state = 'OPEN'\
        """;

    private final Sql sql;
    private final InstantSource clock;
    private final Ids ids;

    @Inject
    TemporaryTable(Sql sql, InstantSource clock, Ids ids) {
        this.sql = sql;
        this.clock = clock;
        this.ids = ids;
    }

    /** Where an entry stands: its reference, or a digest of what was said where it has none. */
    static String place(Entry entry) {
        var said = entry.said();
        return entry.reference().isBlank()
                ? Finds.digest(String.join(
                        "|", said.givenName(), said.familyName(), said.dateOfBirth(), said.gender(), said.postcode()))
                : place(entry.reference());
    }

    /** Where one of this reference stands. */
    static String place(String reference) {
        return cut(reference, LONGEST_REFERENCE);
    }

    /** Notes somebody, or what is said now of somebody noted before; the id. */
    UUID put(Actor.OrganisationUser by, Entry entry) {
        if (sql.update(AGAIN, again(by, entry)) == 0) sql.update(ADD, fresh(by, entry));
        return sql.rows(
                        "select id from learner_temporary where ukprn = ? and place = ?",
                        row -> row.id("id"),
                        List.of(by.organisation().digits(), place(entry)))
                .getFirst();
    }

    /** Notes many at once, of two at one place the later; {@code there} are the places that are taken. */
    void putAll(Actor.OrganisationUser by, List<Entry> entries, Set<String> there) {
        var byPlace = new LinkedHashMap<String, Entry>();
        for (var entry : entries) byPlace.put(place(entry), entry);
        var again = new ArrayList<List<Object>>();
        var fresh = new ArrayList<List<Object>>();
        byPlace.forEach((place, entry) -> {
            if (there.contains(place)) again.add(again(by, entry));
            else fresh.add(fresh(by, entry));
        });
        sql.batch(AGAIN, again);
        sql.batch(ADD, fresh);
    }

    private static List<Object> again(Actor.OrganisationUser by, Entry entry) {
        var values = new ArrayList<Object>(fields(entry.said()));
        values.addAll(List.of(entry.advice().name(), by.organisation().digits(), place(entry)));
        return values;
    }

    private List<Object> fresh(Actor.OrganisationUser by, Entry entry) {
        var values = new ArrayList<Object>(
                List.of(ids.next(), by.organisation().digits(), place(entry), place(entry.reference())));
        values.addAll(fields(entry.said()));
        values.addAll(List.of(
                entry.origin().name(), now(), by.account(), entry.advice().name()));
        return values;
    }

    private static List<String> fields(Said said) {
        return List.of(
                cut(said.givenName(), 100),
                cut(said.familyName(), 100),
                cut(said.previousFamilyName(), 100),
                cut(said.dateOfBirth(), 40),
                cut(said.gender(), 20),
                cut(said.postcode(), 40));
    }

    private static String cut(String text, int longest) {
        var plain = text.replaceAll("\\p{Cntrl}", " ").strip();
        return plain.length() > longest ? plain.substring(0, longest) : plain;
    }

    Optional<TemporaryNumber> find(Ukprn organisation, UUID id) {
        return sql.rows(SELECT + " and id = ?", TemporaryTable::read, List.of(organisation.digits(), id)).stream()
                .findFirst();
    }

    /** Those that are open, by their places. */
    Map<String, UUID> open(Ukprn organisation) {
        var open = new HashMap<String, UUID>();
        sql.rows(
                "select place, id from learner_temporary where ukprn = ? and state = 'OPEN'",
                row -> open.put(row.text("place"), row.id("id")),
                List.of(organisation.digits()));
        return open;
    }

    List<TemporaryNumber> page(Ukprn organisation, TemporaryNumbers.Wanted wanted, Cursor from, int length) {
        var where = new StringBuilder(SELECT).append(" and state = ? and id < ?");
        var values = new ArrayList<Object>(
                List.of(organisation.digits(), wanted.state().name(), from.before()));
        if (wanted.advice() != null) {
            where.append(" and advice = ?");
            values.add(wanted.advice().name());
        }
        if (!wanted.text().isBlank()) {
            where.append(" and (lower(family_name) like ? or lower(given_name) like ? or lower(reference) like ?)");
            var like = "%"
                    + wanted.text().strip().toLowerCase(java.util.Locale.ROOT).replaceAll("[%_\\\\]", "") + "%";
            values.addAll(List.of(like, like, like));
        }
        where.append(" order by id desc fetch first ").append(length).append(" rows only");
        return sql.rows(where.toString(), TemporaryTable::read, values);
    }

    private static TemporaryNumber read(Sql.Row row) throws SQLException {
        var uln = row.textIfAny("uln");
        return new TemporaryNumber(
                row.id("id"),
                row.text("reference"),
                new Said(
                        row.text("given_name"),
                        row.text("family_name"),
                        row.text("previous_family_name"),
                        row.text("date_of_birth"),
                        row.text("gender"),
                        row.text("postcode")),
                TemporaryNumber.Origin.valueOf(row.text("origin")),
                row.moment("noted_at"),
                Advice.valueOf(row.text("advice")),
                row.momentIfAny("looked_at"),
                State.valueOf(row.text("state")),
                row.momentIfAny("ended_at"),
                uln == null ? null : new Uln(uln));
    }

    void advise(Ukprn organisation, UUID id, Advice advice) {
        sql.update(
                "update learner_temporary set advice = ?, looked_at = ? where ukprn = ? and id = ?",
                List.of(advice.name(), now(), organisation.digits(), id));
    }

    /** Ends one that is open; false where it is not. */
    boolean end(Actor.OrganisationUser by, UUID id, State state, @Nullable Uln uln) {
        var values = new ArrayList<@Nullable Object>(List.of(state.name(), now(), by.account()));
        values.add(uln == null ? null : uln.digits());
        values.addAll(List.of(by.organisation().digits(), id));
        return sql.update(END, values) == 1;
    }

    /** Deletes what was noted a year ago; returns how many. */
    int forget() {
        return sql.update(
                "delete from learner_temporary where noted_at <= ?", List.of(now().minus(TemporaryNumber.KEPT)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
