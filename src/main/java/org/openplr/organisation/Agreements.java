package org.openplr.organisation;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openplr.audit.Ledger;
import org.openplr.audit.ServiceEvent;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.platform.Ids;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/**
 * The agreements with organisations: which roles each may give its people, in which stage, from when until when. They
 * come of approved {@link Proposals}, and every one is kept.
 *
 * <p>Of those that have begun the one that was entered last counts. One in its sandbox, and one that has ended, gives no
 * roles at all, from the next request on; nor has an organisation with which none has begun, or that UKRLP has deactivated.
 */
@Service
public class Agreements {
    private static final ZoneId UK = ZoneId.of("Europe/London");
    private static final String ALL =
            "select " + Agreement.COLUMNS + " from agreement where ukprn = ? order by entered_at desc, proposal desc";
    private static final String BEGUN =
            "select " + Agreement.COLUMNS + " from agreement where ukprn = ? and begins <= ?";
    private static final String STANDING = " and not exists (select 1 from organisation"
            + " where organisation.ukprn = agreement.ukprn and organisation.status = ?)";
    private static final String NEWEST = " order by entered_at desc, proposal desc fetch first 1 rows only";
    private static final String INSERT =
            "insert into agreement (proposal, ukprn, roles, stage, begins, ends, entered_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?)";

    private final Sql sql;
    private final Ledger ledger;
    private final InstantSource clock;
    private final Ids ids;

    @Inject
    Agreements(Sql sql, Ledger ledger, InstantSource clock, Ids ids) {
        this.sql = sql;
        this.ledger = ledger;
        this.clock = clock;
        this.ids = ids;
    }

    /** The roles of the agreement that counts; none where none is live today. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Set<Role> roles(Ukprn organisation) {
        var values = List.of(organisation.digits(), today(), OrganisationStatus.DEACTIVATED.code());
        return sql.rows(BEGUN + STANDING + NEWEST, Agreement::of, values).stream()
                .map(Agreement::terms)
                .filter(terms -> terms.on(today()) == Agreement.State.LIVE)
                .findFirst()
                .map(Agreement.Terms::roles)
                .orElse(Set.of());
    }

    /** Of the roles that somebody was given, those that count now. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Set<Role> counting(Ukprn organisation, Set<Role> given) {
        if (given.isEmpty()) return given;
        var counting = EnumSet.copyOf(given);
        counting.retainAll(roles(organisation));
        return Set.copyOf(counting);
    }

    /** The agreement that counts today, ended or not; empty where none has begun. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Agreement> counting(Ukprn organisation) {
        return sql.rows(BEGUN + NEWEST, Agreement::of, List.of(organisation.digits(), today())).stream()
                .findFirst();
    }

    /** How an agreement stands today. */
    public Agreement.State state(Agreement agreement) {
        return agreement.terms().on(today());
    }

    /** Every agreement there was, the newest first. */
    public List<Agreement> history(Ukprn organisation) {
        return sql.rows(ALL, Agreement::of, List.of(organisation.digits()));
    }

    LocalDate today() {
        return clock.instant().atZone(UK).toLocalDate();
    }

    /** Takes an operator's word for one, as approved; false where there is one with this organisation. */
    public boolean takeOver(Ukprn organisation, Agreement.Terms terms) {
        if (!history(organisation).isEmpty()) return false;
        var id = ids.next();
        enter(organisation, terms, id, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        ledger.write(ServiceEvent.done(new Actor.System("import"), "agreement.taken-over", id));
        return true;
    }

    /** It counts from its first day on, in the place of the one before. */
    void enter(Ukprn organisation, Agreement.Terms terms, UUID proposal, Instant now) {
        sql.update(
                INSERT,
                Arrays.asList(
                        proposal,
                        organisation.digits(),
                        textOf(terms.roles()),
                        terms.stage().name(),
                        terms.from(),
                        terms.until(),
                        now));
    }

    static String textOf(Set<Role> roles) {
        return roles.stream().sorted().map(Role::text).collect(Collectors.joining(" "));
    }

    static Set<Role> rolesOf(String text) {
        return Arrays.stream(text.split(" ", -1))
                .map(Role::parse)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }
}
