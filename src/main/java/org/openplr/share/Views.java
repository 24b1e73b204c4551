package org.openplr.share;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.openplr.platform.Ids;
import org.openplr.platform.Part;
import org.openplr.platform.Sql;
import org.openplr.platform.Words;

/** The counted views of grants, each with the session in which it may be repeated. */
@Part
class Views {
    private static final Duration SESSION = Duration.ofMinutes(30);

    private static final String INSERT = """
        insert into share_view (id, grant_id, seen_at, viewer_organisation, viewer_name, viewer_email, viewer_purpose,
            viewer_ukprn, viewer_recipient, record_version, session_digest, session_ends, receipt)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """;
    private static final String OF_SESSION =
            "select id, seen_at, record_version, receipt from share_view where grant_id = ? and session_digest = ?";
    private static final String SELECT = """
        select id, seen_at, viewer_organisation, viewer_name, viewer_email, viewer_purpose, viewer_ukprn, viewer_recipient,
            record_version, receipt from share_view where grant_id\
        """;
    private static final String NEWEST_FIRST = " order by seen_at desc, id desc";
    private static final String OF_GRANT = SELECT + " = ?" + NEWEST_FIRST;
    private static final String BEFORE =
            SELECT + " in (select id from share_grant where uln = ? and lineage = ?) and id <> ? and seen_at <= ?"
                    + NEWEST_FIRST + " fetch first 200 rows only";

    private final Sql sql;
    private final Vault vault;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    Views(Sql sql, Vault vault, Ids ids, InstantSource clock) {
        this.sql = sql;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    /** A view that was counted, the secret of its session, what was read, and the text of its {@link ViewReceipt}. */
    record Seen(UUID view, Instant at, String session, String recordVersion, String receipt) {}

    Seen add(Grant grant, Viewer viewer, String recordVersion) {
        var id = ids.next();
        var at = clock.instant();
        var by = viewer.by();
        var receipt = ViewReceipt.text(grant, viewer, id, at, recordVersion);
        var seen = new Seen(id, at, vault.drawSession(), recordVersion, receipt);
        sql.update(
                INSERT,
                Arrays.asList(
                        seen.view,
                        grant.id(),
                        seen.at,
                        by.organisation(),
                        Objects.requireNonNullElse(by.name(), ""),
                        by.email(),
                        viewer.purpose(),
                        by.ukprn(),
                        by.recipient(),
                        recordVersion,
                        vault.digest(seen.session),
                        seen.at.plus(SESSION),
                        seen.receipt));
        return seen;
    }

    Seen again(Grant grant, String session) {
        return sql.rows(
                        OF_SESSION,
                        row -> new Seen(
                                row.id("id"),
                                row.moment("seen_at"),
                                session,
                                row.text("record_version"),
                                row.text("receipt")),
                        List.of(grant.id(), vault.digest(session)))
                .getFirst();
    }

    /** An earlier view: when, and the version of the record that was read. */
    record Earlier(Instant at, String recordVersion) {}

    /** The last view before this one by the same viewer, as far as we know who that is: of this share or of one that it renews. */
    Optional<Earlier> before(Grant grant, Viewer viewer, Seen seen) {
        return sql
                .rows(BEFORE, Views::shown, List.of(grant.uln().digits(), grant.lineage(), seen.view, seen.at))
                .stream()
                .filter(view -> isBy(view, viewer.by()))
                .findFirst()
                .map(view -> new Earlier(view.at(), view.recordVersion()));
    }

    /** Of an organisation of a register anybody; else whoever called themselves the same. */
    private static boolean isBy(ShareView view, ViewReceipt.By by) {
        if (view.ukprn() != null || by.ukprn() != null) return Objects.equals(view.ukprn(), by.ukprn());
        if (view.recipient() != null || by.recipient() != null) return Objects.equals(view.recipient(), by.recipient());
        return Words.key(view.organisation()).equals(Words.key(by.organisation()))
                && Words.key(view.name()).equals(Words.key(Objects.requireNonNullElse(by.name(), "")));
    }

    /** Of which grant a view was, and when. */
    record Whose(UUID grant, Instant at) {}

    Optional<Whose> find(UUID view) {
        return sql
                .rows(
                        "select grant_id, seen_at from share_view where id = ?",
                        row -> new Whose(row.id("grant_id"), row.moment("seen_at")),
                        List.of(view))
                .stream()
                .findFirst();
    }

    /** The views of a grant, newest first. */
    List<ShareView> of(Grant grant) {
        return sql.rows(OF_GRANT, Views::shown, List.of(grant.id()));
    }

    private static ShareView shown(Sql.Row row) throws SQLException {
        var recipient = row.textIfAny("viewer_recipient");
        return new ShareView(
                row.id("id"),
                row.moment("seen_at"),
                row.text("viewer_organisation"),
                row.text("viewer_name"),
                row.textIfAny("viewer_ukprn"),
                recipient == null ? null : UUID.fromString(recipient),
                row.textIfAny("viewer_email"),
                row.text("viewer_purpose"),
                row.text("record_version"),
                row.text("receipt"));
    }
}
