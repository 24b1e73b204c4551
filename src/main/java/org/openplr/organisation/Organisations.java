package org.openplr.organisation;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openplr.party.Ukprn;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;
import org.openplr.platform.Words;

/** The provider register, to look in. */
@Service
public class Organisations {
    private static final int MOST = 100;
    static final String SELECT = "select ukprn, name, kind, town, country from organisation";
    private static final String BY_NAME =
            SELECT + " where name_key like ? order by name_key, ukprn fetch first " + MOST + " rows only";

    private final Sql sql;

    @Inject
    Organisations(Sql sql) {
        this.sql = sql;
    }

    /** The organisation of this number. */
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

    /** Organisations whose name has this in it, whatever case, accents and punctuation; by name, at most 100. */
    public List<Organisation> search(String name, int limit) {
        var pattern = "%" + Words.key(name).replace(' ', '%') + "%";
        return sql.rows(BY_NAME, Organisations::organisation, List.of(pattern)).stream()
                .limit(Math.clamp(limit, 1, MOST))
                .toList();
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
                OrganisationKind.valueOf(row.text("kind")),
                row.text("town"),
                row.text("country"));
    }
}
