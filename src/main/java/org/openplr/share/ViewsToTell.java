package org.openplr.share;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openplr.learner.Learner;
import org.openplr.learner.Learners;
import org.openplr.party.Uln;
import org.openplr.platform.EmailAddress;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;
import org.openplr.record.Correcting;
import org.openplr.record.LearningEvent;

/** Who looked at what was put right since, and left an address: for whoever tells people; it decides nothing. */
@Service
@Transactional(Transactional.TxType.SUPPORTS)
public class ViewsToTell {
    private static final int MOST = 200;

    private final Sql sql;
    private final Grants grants;
    private final Learners learners;
    private final Correcting events;

    @Inject
    ViewsToTell(Sql sql, Grants grants, Learners learners, Correcting events) {
        this.sql = sql;
        this.grants = grants;
        this.learners = learners;
        this.events = events;
    }

    private record Seen(UUID view, UUID grant, String email) {}

    /** Where a viewer is told, and in which language: that of the share. */
    public record Told(EmailAddress address, Language language) {}

    /**
     * The views before a moment of shares that show this event: of each address the last. At most two hundred.
     *
     * @param learner by any of their numbers
     */
    public List<UUID> of(Uln learner, UUID event, Instant before) {
        var held = events.held(event);
        var numbers = learners.find(learner).map(Learner::numbers).orElse(Set.of(learner));
        if (held.isEmpty()) return List.of();
        var showing = new HashMap<UUID, Boolean>();
        var told = new HashSet<String>();
        var views = new ArrayList<UUID>();
        for (var seen : seen(numbers, before)) {
            var shows = showing.computeIfAbsent(
                    seen.grant, id -> shows(id, held.get().event()));
            if (shows && told.add(seen.email.toLowerCase(Locale.ROOT))) views.add(seen.view);
        }
        return views;
    }

    private List<Seen> seen(Set<Uln> numbers, Instant before) {
        var values = new ArrayList<Object>();
        for (var number : numbers) values.add(number.digits());
        values.add(before);
        return sql.rows(
                "select v.id, v.grant_id, v.viewer_email from share_grant g join share_view v on v.grant_id = g.id"
                        + " where g.uln in (" + Sql.places(numbers.size()) + ") and v.seen_at < ?"
                        + " and v.viewer_email is not null order by v.seen_at desc fetch first " + MOST + " rows only",
                row -> new Seen(row.id("id"), row.id("grant_id"), row.text("viewer_email")),
                values);
    }

    private boolean shows(UUID grant, LearningEvent event) {
        return grants.find(grant)
                .map(Grant::scope)
                .filter(scope -> scope.events().contains(event.id()) || Projector.within(scope, event))
                .isPresent();
    }

    /** Where the viewer of a view is told. */
    public Optional<Told> find(UUID view) {
        return sql
                .rows(
                        "select v.viewer_email, g.language_text from share_view v join share_grant g on g.id ="
                                + " v.grant_id where v.id = ? and v.viewer_email is not null",
                        ViewsToTell::told,
                        List.of(view))
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Told> told(Sql.Row row) throws SQLException {
        var language = Language.valueOf(row.text("language_text"));
        return EmailAddress.parse(row.text("viewer_email")).map(address -> new Told(address, language));
    }
}
