package org.openplr.organisation;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openplr.party.Actor;
import org.openplr.party.Ukprn;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;
import org.openplr.platform.Words;

/** The provider register, to look in. */
@Service
public class Organisations {
    private static final int MOST = 100;
    static final String COLUMNS = "ukprn, name, alias, kind, status, town, country";
    private static final String SELECT = "select " + COLUMNS + " from organisation";
    private static final String LIKE = " where (name_key like ? or alias_key like ?)";
    private static final String IN_ORDER = " order by name_key, ukprn fetch first " + MOST + " rows only";
    private static final String OFFERED = SELECT + LIKE + " and status in ('A', 'V')" + IN_ORDER;

    private final Sql sql;

    @Inject
    Organisations(Sql sql) {
        this.sql = sql;
    }

    /** The organisation of this number, whether it is offered or not. */
    public Optional<Organisation> find(Ukprn ukprn) {
        return sql.rows(SELECT + " where ukprn = ?", Organisations::organisation, List.of(ukprn.digits())).stream()
                .findFirst();
    }

    /** The names of those of these numbers that are registered, in one statement; a text that is no number has none. */
    public Map<String, String> names(Collection<String> numbers) {
        var asked = numbers.stream()
                .flatMap(number -> Ukprn.parse(number).stream())
                .map(Ukprn::digits)
                .distinct()
                .toList();
        if (asked.isEmpty()) return Map.of();
        var names = new HashMap<String, String>();
        for (var one : sql.rows(
                SELECT + " where ukprn in (" + Sql.places(asked.size()) + ")", Organisations::organisation, asked))
            names.put(one.ukprn().digits(), one.name());
        return names;
    }

    /**
     * Organisations whose name or trading name has this in it, whatever case, accents and punctuation; by name, at most
     * 100, and none that is deactivated.
     */
    public List<Organisation> search(String name, int limit) {
        return sql.rows(OFFERED, Organisations::organisation, patterns(name)).stream()
                .limit(Math.clamp(limit, 1, MOST))
                .toList();
    }

    /** The same for administrators, those that are deactivated too; a text that is a number finds the one of it. */
    public List<Organisation> search(Actor.Administrator who, String text, Optional<OrganisationStatus> status) {
        var number = Ukprn.parse(text);
        if (number.isPresent()) return find(number.get()).stream().toList();
        var values = new ArrayList<>(patterns(text));
        status.ifPresent(wanted -> values.add(wanted.code()));
        return sql.rows(
                SELECT + LIKE + (status.isPresent() ? " and status = ?" : "") + IN_ORDER,
                Organisations::organisation,
                values);
    }

    private static List<String> patterns(String name) {
        var pattern = "%" + Words.key(name).replace(' ', '%') + "%";
        return List.of(pattern, pattern);
    }

    /** All by their number. */
    Map<String, Organisation> all() {
        return sql.rows(SELECT, Organisations::organisation, List.of()).stream()
                .collect(Collectors.toMap(one -> one.ukprn().digits(), Function.identity()));
    }

    /** What kind each is, by its number. */
    public Map<String, OrganisationKind> kinds() {
        return sql
                .rows(
                        "select ukprn, kind from organisation",
                        row -> Map.entry(row.text("ukprn"), OrganisationKind.valueOf(row.text("kind"))),
                        List.of())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How many there are: a figure for everyone, counted each time. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public int count() {
        return sql.rows(
                        "select count(*) as organisations from organisation",
                        row -> row.number("organisations"),
                        List.of())
                .getFirst();
    }

    static Organisation organisation(Sql.Row row) throws SQLException {
        return new Organisation(
                new Ukprn(row.text("ukprn")),
                row.text("name"),
                row.text("alias"),
                OrganisationKind.valueOf(row.text("kind")),
                OrganisationStatus.parse(row.text("status")).orElseThrow(),
                row.text("town"),
                row.text("country"));
    }
}
