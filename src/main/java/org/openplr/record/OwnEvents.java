package org.openplr.record;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openplr.audit.Ledger;
import org.openplr.audit.NotTheirs;
import org.openplr.learner.Learner;
import org.openplr.party.Actor;
import org.openplr.party.Uln;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/** The events that are a learner's own; whoever reaches for another learner's finds none, and that learner sees it. */
@Service
public class OwnEvents {
    private static final int MOST_AT_ONCE = 500;

    /** Derby would rather go through the whole table for a long list: it is told the index; elsewhere a comment. */
    private static final String OWNERS =
            "select event_id, uln from record_event_version --DERBY-PROPERTIES constraint=record_event_version_pk\n"
                    + " where known_to is null and event_id in (";

    private final Records records;
    private final Sql sql;
    private final Ledger ledger;

    @Inject
    OwnEvents(Records records, Sql sql, Ledger ledger) {
        this.records = records;
        this.sql = sql;
        this.ledger = ledger;
    }

    /**
     * Every version of one event of a learner, the first first; none where they have no such event.
     *
     * @param reader who acts for this learner
     */
    public List<KnownVersion> history(Actor.ForLearner reader, Learner learner, UUID event) {
        var versions = records.history(learner, event);
        if (versions.isEmpty()) areReachable(reader, learner.numbers(), Set.of(event), "record.event-looked-at");
        return versions;
    }

    /** All that are in a learner's record now. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Set<UUID> of(Learner learner) {
        return records.of(learner).events().stream().map(LearningEvent::id).collect(Collectors.toSet());
    }

    /**
     * Whether none of these events is another learner's. That somebody reached for one is in the ledger, once for each learner whose
     * they are.
     *
     * @param own the numbers of the learner for whom somebody acts
     * @param what they wanted to do
     */
    public boolean areReachable(Actor.ForLearner reader, Set<Uln> own, Collection<UUID> events, String what) {
        var tries = new LinkedHashMap<Uln, NotTheirs>();
        owners(events).forEach((event, owner) -> {
            if (!own.contains(owner)) tries.putIfAbsent(owner, new NotTheirs(reader, owner, what, Optional.of(event)));
        });
        if (!tries.isEmpty()) ledger.writeAll(List.copyOf(tries.values()));
        return tries.isEmpty();
    }

    /** Whose these events are, those that there are. */
    private Map<UUID, Uln> owners(Collection<UUID> events) {
        var owners = new LinkedHashMap<UUID, Uln>();
        var all = List.copyOf(events);
        for (var at = 0; at < all.size(); at += MOST_AT_ONCE) {
            var some = all.subList(at, Math.min(at + MOST_AT_ONCE, all.size()));
            sql.rows(
                            OWNERS + Sql.places(some.size()) + ")",
                            row -> Map.entry(row.id("event_id"), new Uln(row.text("uln"))),
                            new ArrayList<>(some))
                    .forEach(one -> owners.put(one.getKey(), one.getValue()));
        }
        return owners;
    }
}
