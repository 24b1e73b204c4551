package org.openplr.organisation;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Ukprn;
import org.openplr.platform.Changes;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/** The end-point assessment organisations by their code; those with a UKPRN stand in the provider register too. */
@Service
public class AssessmentOrganisations {
    private static final String SELECT =
            "select code, name, ukprn, type_code, listed_from, listed_to from assessment_organisation";
    private static final String INSERT = "insert into assessment_organisation (name, ukprn, type_code, listed_from,"
            + " listed_to, code) values (?, ?, ?, ?, ?, ?)";
    private static final String UPDATE = "update assessment_organisation set name = ?, ukprn = ?, type_code = ?,"
            + " listed_from = ?, listed_to = ? where code = ?";

    private final Sql sql;
    private final OrganisationRegister register;

    @Inject
    AssessmentOrganisations(Sql sql, OrganisationRegister register) {
        this.sql = sql;
        this.register = register;
    }

    /** The assessment organisation of this code. */
    public Optional<AssessmentOrganisation> find(String code) {
        return sql.rows(SELECT + " where code = ?", AssessmentOrganisations::read, List.of(code)).stream()
                .findFirst();
    }

    /** Takes these, each code at most once. */
    public Changes take(List<AssessmentOrganisation> listed) {
        var known = sql.rows(SELECT, AssessmentOrganisations::read, List.of()).stream()
                .collect(Collectors.toMap(AssessmentOrganisation::code, Function.identity()));
        var fresh = new ArrayList<List<@Nullable Object>>();
        var changed = new ArrayList<List<@Nullable Object>>();
        for (var organisation : listed) {
            var before = known.get(organisation.code());
            if (before == null) fresh.add(values(organisation));
            else if (!before.equals(organisation)) changed.add(values(organisation));
        }
        sql.batch(INSERT, fresh);
        sql.batch(UPDATE, changed);
        register.takeFromAssessors(byUkprn(listed));
        return new Changes(fresh.size(), changed.size(), listed.size() - fresh.size() - changed.size());
    }

    /** Of several codes with one UKPRN the first gives the name. */
    private static List<Organisation> byUkprn(List<AssessmentOrganisation> listed) {
        var chosen = new TreeMap<String, Organisation>();
        for (var one : listed) {
            var ukprn = one.ukprn();
            if (ukprn != null)
                chosen.putIfAbsent(ukprn.digits(), new Organisation(ukprn, one.name(), one.kind(), "", ""));
        }
        return List.copyOf(chosen.values());
    }

    private static List<@Nullable Object> values(AssessmentOrganisation listed) {
        var ukprn = listed.ukprn();
        return Arrays.asList(
                listed.name(),
                ukprn == null ? "" : ukprn.digits(),
                listed.type(),
                listed.from(),
                listed.to(),
                Objects.requireNonNull(listed.code()));
    }

    private static AssessmentOrganisation read(Sql.Row row) throws SQLException {
        return new AssessmentOrganisation(
                row.text("code"),
                row.text("name"),
                Ukprn.parse(row.text("ukprn")).orElse(null),
                row.text("type_code"),
                row.dateIfAny("listed_from"),
                row.dateIfAny("listed_to"));
    }
}
