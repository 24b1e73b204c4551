package org.openplr.organisation;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Ukprn;
import org.openplr.platform.Changes;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;
import org.openplr.platform.Words;

/** The awarding organisations by their LARS code; those with a UKPRN stand in the provider register too. */
@Service
public class AwardingOrganisations {
    private static final String SELECT = "select code, ukprn, name, short_name, acronym, extant, higher_education,"
            + " effective_from, effective_to from awarding_organisation";
    private static final String INSERT =
            "insert into awarding_organisation (ukprn, name, name_key, short_name, acronym, extant, higher_education,"
                    + " effective_from, effective_to, code) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE = "update awarding_organisation set ukprn = ?, name = ?, name_key = ?,"
            + " short_name = ?, acronym = ?, extant = ?, higher_education = ?, effective_from = ?, effective_to = ?"
            + " where code = ?";

    /** Of several codes with one UKPRN the one that is in use, and of those the newest, gives the name. */
    private static final Comparator<AwardingOrganisation> BETTER_KNOWN = comparing(AwardingOrganisation::extant)
            .thenComparing(a -> a.to() == null)
            .thenComparing(AwardingOrganisation::from, nullsFirst(naturalOrder()))
            .thenComparing(AwardingOrganisation::code);

    private final Sql sql;
    private final OrganisationRegister register;

    @Inject
    AwardingOrganisations(Sql sql, OrganisationRegister register) {
        this.sql = sql;
        this.register = register;
    }

    /** The awarding organisation of this LARS code. */
    public Optional<AwardingOrganisation> find(String code) {
        return sql.rows(SELECT + " where code = ?", AwardingOrganisations::read, List.of(code)).stream()
                .findFirst();
    }

    /** What an organisation is called as an awarding organisation: name, short name, acronym of each of its codes. */
    public Set<String> names(Ukprn organisation) {
        var names = new HashSet<String>();
        for (var one :
                sql.rows(SELECT + " where ukprn = ?", AwardingOrganisations::read, List.of(organisation.digits())))
            for (var name : List.of(one.name(), one.shortName(), one.acronym())) if (!name.isBlank()) names.add(name);
        return names;
    }

    /** Takes these awarding organisations, each code at most once. */
    public Changes take(List<AwardingOrganisation> listed) {
        var known = sql.rows(SELECT, AwardingOrganisations::read, List.of()).stream()
                .collect(Collectors.toMap(AwardingOrganisation::code, Function.identity()));
        var fresh = new ArrayList<List<@Nullable Object>>();
        var changed = new ArrayList<List<@Nullable Object>>();
        for (var organisation : listed) {
            var before = known.put(organisation.code(), organisation);
            if (before == null) fresh.add(values(organisation));
            else if (!before.equals(organisation)) changed.add(values(organisation));
        }
        sql.batch(INSERT, fresh);
        sql.batch(UPDATE, changed);
        register.takeFromLars(byUkprn(List.copyOf(known.values())));
        return new Changes(fresh.size(), changed.size(), listed.size() - fresh.size() - changed.size());
    }

    private static List<Organisation> byUkprn(List<AwardingOrganisation> all) {
        var chosen = new TreeMap<String, AwardingOrganisation>();
        for (var organisation : all) {
            var ukprn = organisation.ukprn();
            if (ukprn != null) chosen.merge(ukprn.digits(), organisation, BinaryOperator.maxBy(BETTER_KNOWN));
        }
        return chosen.values().stream().map(AwardingOrganisations::organisation).toList();
    }

    private static Organisation organisation(AwardingOrganisation listed) {
        var kind = listed.higherEducation() ? OrganisationKind.UNIVERSITY : OrganisationKind.AWARDING;
        return new Organisation(Objects.requireNonNull(listed.ukprn()), listed.name(), kind, "", "");
    }

    private static List<@Nullable Object> values(AwardingOrganisation listed) {
        var ukprn = listed.ukprn();
        return Arrays.asList(
                ukprn == null ? "" : ukprn.digits(),
                listed.name(),
                Words.key(listed.name(), 150),
                listed.shortName(),
                listed.acronym(),
                listed.extant(),
                listed.higherEducation(),
                listed.from(),
                listed.to(),
                listed.code());
    }

    private static AwardingOrganisation read(Sql.Row row) throws SQLException {
        return new AwardingOrganisation(
                row.text("code"),
                Ukprn.parse(row.text("ukprn")).orElse(null),
                row.text("name"),
                row.text("short_name"),
                row.text("acronym"),
                row.flag("extant"),
                row.flag("higher_education"),
                row.dateIfAny("effective_from"),
                row.dateIfAny("effective_to"));
    }
}
