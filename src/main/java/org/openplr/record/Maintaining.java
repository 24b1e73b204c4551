package org.openplr.record;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.openplr.audit.Ledger;
import org.openplr.learner.Verified;
import org.openplr.learner.Verifying;
import org.openplr.organisation.AwardingOrganisations;
import org.openplr.organisation.Organisations;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.platform.Ids;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Part;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;
import org.openplr.qualification.AwardReference;
import org.openplr.qualification.Awardable;
import org.openplr.qualification.AwardingRights;

/**
 * Keeps achievements as those who award them say: created, changed, withdrawn, reinstated, made final. An organisation touches its
 * own awards only, of what it may award, for learners whose number and names agree; a bad one never stops a good one.
 */
@Service
public class Maintaining {
    /** Achievements of one request. */
    public static final int MOST = 200;

    /** The reason of a version that has no other: it was sent. */
    static final String SENT = "achievements";

    private static final int SHOWN = 100;

    private final Registers registers;
    private final EventVersions versions;
    private final Ledger ledger;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    Maintaining(Registers registers, Sql sql, Ledger ledger, Ids ids, InstantSource clock) {
        this.registers = registers;
        this.versions = new EventVersions(sql);
        this.ledger = ledger;
        this.ids = ids;
        this.clock = clock;
    }

    /** Who somebody is, and what may be awarded. */
    @Part
    static class Registers {
        private final Verifying verifying;
        private final Organisations organisations;
        private final AwardingOrganisations awarding;
        private final AwardingRights rights;

        @Inject
        Registers(
                Verifying verifying,
                Organisations organisations,
                AwardingOrganisations awarding,
                AwardingRights rights) {
            this.verifying = verifying;
            this.organisations = organisations;
            this.awarding = awarding;
            this.rights = rights;
        }

        private String name(Ukprn organisation) {
            return organisations.names(List.of(organisation.digits())).getOrDefault(organisation.digits(), "");
        }

        private Map<AwardReference, Awardable> awardable(Ukprn organisation, String name, List<Achievement> asked) {
            var names = new HashSet<>(awarding.names(organisation));
            if (!name.isBlank()) names.add(name);
            return rights.awardable(
                    organisation,
                    names,
                    asked.stream()
                            .flatMap(one -> award(one).stream())
                            .distinct()
                            .toList());
        }

        /** Whether their learners verify, those that are submitted, in their order. */
        private Iterator<Verified> verified(List<Achievement> asked) {
            var learners = asked.stream()
                    .map(Achievement::made)
                    .filter(Objects::nonNull)
                    .map(Achievement.Made::learner)
                    .toList();
            return learners.isEmpty()
                    ? List.<Verified>of().iterator()
                    : verifying.confirm(learners).iterator();
        }
    }

    /**
     * Takes 1 to 200 at once, in their order: some statements for all of them.
     *
     * @throws Mistake NOT_FOUND for whoever may not, UNPROCESSABLE for none or more
     */
    public List<Maintained> maintain(Actor.OrganisationUser user, List<Achievement> asked) {
        Right.MAINTAIN_ACHIEVEMENTS.require(user);
        if (asked.isEmpty() || asked.size() > MOST)
            throw Mistake.unprocessable(Fault.at("/achievements", "how-many", "1", Integer.toString(MOST)));
        return maintainAll(user, asked, SENT);
    }

    /**
     * Takes those of a step of a file, which has bounds of its own.
     *
     * @param from where they came from
     */
    List<Maintained> maintainAll(Actor.OrganisationUser user, List<Achievement> asked, String from) {
        Right.MAINTAIN_ACHIEVEMENTS.require(user);
        if (asked.isEmpty()) return List.of();
        var organisation = user.organisation();
        var name = registers.name(organisation);
        var awardable = registers.awardable(organisation, name, asked);
        var verified = registers.verified(asked);
        var known = versions.current(asked.stream().map(one -> key(user, one)).toList());
        var batch = new AchievementBatch(user, name, known, ids, now());
        var outcomes = new ArrayList<Maintained>();
        for (var one : asked) {
            var may = award(one).map(awardable::get).orElse(null);
            outcomes.add(batch.take(one, may, one.made() == null ? null : verified.next()));
        }
        batch.write(versions, ledger, from);
        return outcomes;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Optional<AwardReference> award(Achievement one) {
        return Optional.ofNullable(one.made()).map(Achievement.Made::award);
    }

    /**
     * What an organisation keeps, what changed last first, at most a hundred; with the withdrawn ones.
     *
     * @param text the beginning of its own references, a ULN, or empty for all
     * @throws Mistake NOT_FOUND for whoever may not
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<OwnAward> own(Actor.OrganisationUser user, String text) {
        Right.MAINTAIN_ACHIEVEMENTS.require(user);
        var uln = Uln.parse(text);
        var beginning = uln.isPresent() ? "" : text.strip();
        if (!beginning.isEmpty() && !AchievementRules.isReference(beginning)) return List.of();
        return versions.awardedBy(source(user), user.organisation(), prefix(user) + beginning, uln, SHOWN).stream()
                .map(version -> OwnAward.of(version, prefix(user).length()))
                .toList();
    }

    /**
     * One of them, by the organisation's own reference.
     *
     * @throws Mistake NOT_FOUND for whoever may not
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<OwnAward> one(Actor.OrganisationUser user, String reference) {
        Right.MAINTAIN_ACHIEVEMENTS.require(user);
        var key = new EventVersions.Key(source(user), prefix(user) + reference);
        return Optional.ofNullable(versions.current(List.of(key)).get(key))
                .map(version -> OwnAward.of(version, prefix(user).length()));
    }

    private static String prefix(Actor.OrganisationUser user) {
        return user.organisation().digits() + "/";
    }

    /** An organisation's own references are its own: whatever another one calls its awards. */
    static EventVersions.Key key(Actor.OrganisationUser user, Achievement one) {
        return new EventVersions.Key(source(user), prefix(user) + one.reference());
    }

    /** What a university awards is of higher education, and stands under its own references of programmes. */
    private static String source(Actor.OrganisationUser user) {
        return user.roles().contains(Role.AWARDING) ? "AO" : "HE";
    }
}
