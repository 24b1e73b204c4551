package org.openplr.qualification;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Ukprn;
import org.openplr.platform.Changes;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;
import org.openplr.platform.Words;

/**
 * What an organisation may award: the qualifications that the register says are its own, and whatever it has a right to beside
 * them. There is no register of units at hand, so every unit is such a right.
 */
@Service
public class AwardingRights {
    private static final int AT_ONCE = 500;
    private static final String COLUMNS =
            "ukprn, reference, title, type_text, level_text, credits, from_date, until_date";
    private static final String SELECT = "select " + COLUMNS + " from awarding_right where ukprn = ?";
    private static final String INSERT = "insert into awarding_right (title, type_text, level_text, credits, from_date,"
            + " until_date, ukprn, reference) values (" + Sql.places(8) + ")";
    private static final String UPDATE =
            "update awarding_right set title = ?, type_text = ?, level_text = ?, credits = ?,"
                    + " from_date = ?, until_date = ? where ukprn = ? and reference = ?";

    private final Sql sql;

    @Inject
    AwardingRights(Sql sql) {
        this.sql = sql;
    }

    /**
     * Of these references those that an organisation may award; a statement or two for hundreds.
     *
     * @param names what the organisation is called: whoever owns a qualification stands in the register by a name
     */
    public Map<AwardReference, Awardable> awardable(
            Ukprn organisation, Set<String> names, Collection<AwardReference> wanted) {
        var found = new HashMap<AwardReference, Awardable>();
        var keys = names.stream().map(Words::key).collect(Collectors.toSet());
        var all = List.copyOf(
                new TreeSet<>(wanted.stream().map(AwardReference::canonical).toList()));
        for (var at = 0; at < all.size(); at += AT_ONCE) {
            var some = all.subList(at, Math.min(at + AT_ONCE, all.size()));
            for (var one : owned(some))
                if (keys.contains(Words.key(one.awardingOrganisation())))
                    found.put(new AwardReference(one.number().canonical()), awardable(one));
            for (var one : rights(organisation, some)) found.put(one.reference(), awardable(one));
        }
        return found;
    }

    private List<Qualification> owned(List<String> references) {
        var numbers = references.stream()
                .filter(reference -> Qan.parse(reference).isPresent())
                .toList();
        if (numbers.isEmpty()) return List.of();
        var query = RegisterEntry.SELECT + " where qan in (" + Sql.places(numbers.size()) + ")";
        return sql.rows(query, RegisterEntry::of, numbers).stream()
                .map(RegisterEntry::qualification)
                .toList();
    }

    private List<AwardingRight> rights(Ukprn organisation, List<String> references) {
        var values = new ArrayList<Object>(List.of(organisation.digits()));
        values.addAll(references);
        return sql.rows(
                SELECT + " and reference in (" + Sql.places(references.size()) + ")", AwardingRights::read, values);
    }

    private static Awardable awardable(Qualification one) {
        return new Awardable(
                one.number().slashed(),
                one.title(),
                one.type(),
                one.level(),
                one.credits(),
                one.operationalStart(),
                one.certificationEnd());
    }

    private static Awardable awardable(AwardingRight one) {
        return new Awardable(
                one.reference().text(), one.title(), one.type(), one.level(), one.credits(), one.from(), one.until());
    }

    /** Takes these, each reference of an organisation at most once. */
    public Changes take(List<AwardingRight> listed) {
        var known = new HashMap<List<String>, AwardingRight>();
        var organisations = listed.stream().map(AwardingRight::organisation).collect(Collectors.toSet());
        for (var one : organisations)
            for (var right : sql.rows(SELECT, AwardingRights::read, List.of(one.digits())))
                known.put(key(right), right);
        var fresh = new ArrayList<List<@Nullable Object>>();
        var changed = new ArrayList<List<@Nullable Object>>();
        for (var one : listed) {
            var before = known.get(key(one));
            if (before == null) fresh.add(values(one));
            else if (!before.equals(one)) changed.add(values(one));
        }
        sql.batch(INSERT, fresh);
        sql.batch(UPDATE, changed);
        return new Changes(fresh.size(), changed.size(), listed.size() - fresh.size() - changed.size());
    }

    private static List<String> key(AwardingRight one) {
        return List.of(one.organisation().digits(), one.reference().canonical());
    }

    private static List<@Nullable Object> values(AwardingRight one) {
        return Arrays.asList(
                one.title(),
                one.type(),
                one.level(),
                one.credits(),
                one.from(),
                one.until(),
                one.organisation().digits(),
                one.reference().canonical());
    }

    private static AwardingRight read(Sql.Row row) throws SQLException {
        return new AwardingRight(
                new Ukprn(row.text("ukprn")),
                new AwardReference(row.text("reference")),
                row.text("title"),
                row.text("type_text"),
                row.text("level_text"),
                row.numberIfAny("credits"),
                row.dateIfAny("from_date"),
                row.dateIfAny("until_date"));
    }
}
