package org.openplr.notification;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.openplr.platform.Ids;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/**
 * The rows of what is to be told; each statement decides by its row count. A row that is taken to be sent is out of the
 * others' reach for ten minutes, longer than any sending can last: whoever breaks down meanwhile leaves it to be tried
 * again, under the same Message-ID.
 */
@Service
class Outbox {
    static final Duration LEASE = Duration.ofMinutes(10);
    static final int REFUSALS = 3;
    static final Duration PATIENCE = Duration.ofDays(5);

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final int DOUBLINGS = 5;
    private static final int PER_RUN = 50;

    private static final String ADD = """
        insert into notification_message (id, event, recipient, template, about, who, proof, happened_at, made_at, state,
            tries, next_try_at, trouble) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', 0, ?, '')\
        """;
    private static final String THE_SAME = "select id from notification_message where event = ? and recipient = ?";
    private static final String LIKE_IT = """
        select id from notification_message where about = ? and template = ? and happened_at > ? and recipient = ?\
        """;
    private static final String DUE = "select " + Message.COLUMNS + " from notification_message"
            + " where state = 'WAITING' and next_try_at <= ? order by next_try_at, id fetch first " + PER_RUN
            + " rows only";
    private static final String CLAIM = """
        update notification_message set tries = tries + 1, next_try_at = ?
            where id = ? and state = 'WAITING' and next_try_at = ? and next_try_at <= ?\
        """;
    private static final String END =
            "update notification_message set state = ?, trouble = ?, done_at = ? where id = ? and state = 'WAITING'";
    private static final String LATER =
            "update notification_message set next_try_at = ?, trouble = ? where id = ? and state = 'WAITING'";

    private final Sql sql;
    private final InstantSource clock;
    private final Ids ids;

    @Inject
    Outbox(Sql sql, InstantSource clock, Ids ids) {
        this.sql = sql;
        this.clock = clock;
        this.ids = ids;
    }

    /** Adds a message, unless this event was told to this recipient, or one like it within the hour where one will do. */
    void add(Occasion occasion, UUID recipient) {
        if (any(THE_SAME, List.of(occasion.event(), recipient))) return;
        var template = occasion.template();
        var hourAgo = occasion.at().minus(1, ChronoUnit.HOURS);
        if (template.oncePerHour() && any(LIKE_IT, List.of(occasion.about(), template.name(), hourAgo, recipient)))
            return;
        var now = now();
        sql.update(
                ADD,
                List.of(
                        ids.next(),
                        occasion.event(),
                        recipient,
                        template.name(),
                        occasion.about(),
                        occasion.who(),
                        occasion.proof(),
                        occasion.at(),
                        now,
                        now));
    }

    /** What may be tried now, the longest due first. */
    List<Message> due() {
        return sql.rows(DUE, Message::read, List.of(now()));
    }

    /** Takes a message to be sent; false where somebody else did. */
    boolean claim(Message message) {
        var now = now();
        return sql.update(CLAIM, List.of(now.plus(LEASE), message.id(), message.nextTry(), now)) == 1;
    }

    void end(Message message, State state) {
        end(message, state, "");
    }

    /** Notes that a try failed: later again, ever more slowly, or never. */
    void failed(Message message, Trouble trouble) {
        var tried = message.tries() + 1;
        var now = now();
        var over = trouble == Trouble.REFUSED
                ? tried >= REFUSALS
                : now.isAfter(message.made().plus(PATIENCE));
        if (over) end(message, State.FAILED, trouble.name());
        else sql.update(LATER, List.of(now.plus(pause(tried)), trouble.name(), message.id()));
    }

    private void end(Message message, State state, String trouble) {
        sql.update(END, List.of(state.name(), trouble, now(), message.id()));
    }

    /** A minute, doubled with each try up to 32, and a quarter more or less so that not all come back at once. */
    private Duration pause(int tried) {
        var millis = FIRST_PAUSE.toMillis() << Math.min(tried - 1, DOUBLINGS);
        return Duration.ofMillis(millis * 3 / 4 + ids.below((int) (millis / 2)));
    }

    /** Forgets what was done before this moment. */
    void forget(Instant before) {
        sql.update("delete from notification_message where done_at < ?", List.of(before));
    }

    Map<State, Integer> counts() {
        var counts = new EnumMap<State, Integer>(State.class);
        for (var state : State.values()) counts.put(state, 0);
        sql.rows(
                        "select state, count(*) as messages from notification_message group by state",
                        row -> Map.entry(State.valueOf(row.text("state")), row.number("messages")),
                        List.of())
                .forEach(one -> counts.put(one.getKey(), one.getValue()));
        return counts;
    }

    /** The newest messages, of one state or of all. */
    List<Message> newest(Optional<State> state, int most) {
        var where = state.map(s -> " where state = '" + s.name() + "'").orElse("");
        return sql.rows(
                "select " + Message.COLUMNS + " from notification_message" + where
                        + " order by made_at desc, id desc fetch first " + most + " rows only",
                Message::read,
                List.of());
    }

    Optional<Message> find(UUID id) {
        return sql
                .rows(
                        "select " + Message.COLUMNS + " from notification_message where id = ?",
                        Message::read,
                        List.of(id))
                .stream()
                .findFirst();
    }

    private boolean any(String query, List<?> values) {
        return !sql.rows(query, row -> row.id("id"), values).isEmpty();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
