package org.openplr.organisation;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openplr.party.Ukprn;
import org.openplr.platform.Changes;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;
import org.openplr.platform.Words;

/** Takes organisations into the provider register. */
@Service
public class OrganisationRegister {
    private static final String SELECT = "select " + Organisations.COLUMNS + ", origin from organisation";
    private static final String INSERT =
            "insert into organisation (name, name_key, alias, alias_key, kind, status, town, country, origin, ukprn)"
                    + " values (" + Sql.places(10) + ")";
    private static final String UPDATE = "update organisation set name = ?, name_key = ?, alias = ?, alias_key = ?,"
            + " kind = ?, status = ?, town = ?, country = ?, origin = ? where ukprn = ?";

    private final Sql sql;

    @Inject
    OrganisationRegister(Sql sql) {
        this.sql = sql;
    }

    /** Takes these organisations, each number at most once, whatever was said of them before. */
    public Changes take(List<Organisation> organisations) {
        return take(organisations, Origin.REGISTER);
    }

    /** The same from a file that says nothing of status and trading name: they stay as they were. */
    public Changes takeNames(List<Organisation> organisations) {
        var known = sql.rows(SELECT, Organisations::organisation, List.of()).stream()
                .collect(Collectors.toMap(Organisation::ukprn, Function.identity()));
        return take(organisations.stream()
                .map(said -> known.containsKey(said.ukprn()) ? said.standingAs(known.get(said.ukprn())) : said)
                .toList());
    }

    /** What a list of awarding organisations says of an organisation never overrides the register's own word. */
    Changes takeFromLars(List<Organisation> organisations) {
        return take(organisations, Origin.LARS);
    }

    /** Nor does a list of assessment organisations, and LARS knows better than it. */
    Changes takeFromAssessors(List<Organisation> organisations) {
        return take(organisations, Origin.ASSESSORS);
    }

    private Changes take(List<Organisation> organisations, Origin origin) {
        var known = sql
                .rows(
                        SELECT,
                        row -> new Known(
                                Organisations.organisation(row),
                                Origin.valueOf(row.text("origin").toUpperCase(Locale.ROOT))),
                        List.of())
                .stream()
                .collect(Collectors.toMap(Known::ukprn, Function.identity()));
        var fresh = new ArrayList<List<String>>();
        var changed = new ArrayList<List<String>>();
        for (var organisation : organisations) {
            var before = known.get(organisation.ukprn());
            if (before == null) fresh.add(values(organisation, origin));
            else if (before.yieldsTo(organisation, origin)) changed.add(values(organisation, origin));
        }
        sql.batch(INSERT, fresh);
        sql.batch(UPDATE, changed);
        return new Changes(fresh.size(), changed.size(), organisations.size() - fresh.size() - changed.size());
    }

    private static List<String> values(Organisation organisation, Origin origin) {
        return List.of(
                organisation.name(),
                Words.key(organisation.name(), 150),
                organisation.alias(),
                Words.key(organisation.alias(), 150),
                organisation.kind().name(),
                organisation.status().code(),
                organisation.town(),
                organisation.country(),
                origin.text(),
                organisation.ukprn().digits());
    }

    /** Who says it; a later one knows better. */
    private enum Origin {
        ASSESSORS,
        LARS,
        REGISTER;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Known(Organisation organisation, Origin origin) {
        Ukprn ukprn() {
            return organisation.ukprn();
        }

        boolean yieldsTo(Organisation said, Origin by) {
            if (origin.compareTo(by) > 0) return false;
            return origin != by || !organisation.equals(said);
        }
    }
}
