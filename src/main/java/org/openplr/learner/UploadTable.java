package org.openplr.learner;

import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.openplr.party.Actor;
import org.openplr.party.Ukprn;
import org.openplr.platform.Ids;
import org.openplr.platform.Part;
import org.openplr.platform.Sql;

/** The rows of files that come in parts; a part is taken by the row count of one statement. */
@Part
class UploadTable {
    private static final String ADD = """
        insert into learner_upload (id, ukprn, account, kind, name, language, digest, size_bytes, received, begun_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, 0, ?)\
        """;
    private static final String SELECT = """
        select id, kind, name, language, digest, size_bytes, received, begun_at from learner_upload
            where ukprn = ? and begun_at > ?\
        """;

    private final Sql sql;
    private final InstantSource clock;
    private final Ids ids;

    @Inject
    UploadTable(Sql sql, InstantSource clock, Ids ids) {
        this.sql = sql;
        this.clock = clock;
        this.ids = ids;
    }

    /** One of them, with what was said when it was begun. */
    record Begun(LearnerUpload upload, Locale language, String digest) {}

    UUID add(Actor.OrganisationUser sender, LearnerFile.Kind kind, String name, Locale language, Size size) {
        var id = ids.next();
        sql.update(
                ADD,
                List.of(
                        id,
                        sender.organisation().digits(),
                        sender.account(),
                        kind.name(),
                        name,
                        language.getLanguage(),
                        size.digest,
                        size.bytes,
                        now()));
        return id;
    }

    /** How large a file will be, and its SHA-256 in hexadecimal. */
    record Size(int bytes, String digest) {}

    Optional<Begun> find(Ukprn organisation, UUID id) {
        return sql
                .rows(SELECT + " and id = ?", UploadTable::begun, List.of(organisation.digits(), since(), id))
                .stream()
                .findFirst();
    }

    int open(Ukprn organisation) {
        return sql.rows(SELECT, UploadTable::begun, List.of(organisation.digits(), since()))
                .size();
    }

    private static Begun begun(Sql.Row row) throws SQLException {
        var upload = new LearnerUpload(
                row.id("id"),
                LearnerFile.Kind.valueOf(row.text("kind")),
                row.text("name"),
                row.number("size_bytes"),
                row.number("received"),
                row.moment("begun_at"));
        return new Begun(upload, Locale.of(row.text("language")), row.text("digest"));
    }

    /** Takes a part where it begins where the last one ended; of several at once, one. */
    boolean append(LearnerUpload upload, int offset, byte[] part) {
        var moved = sql.update(
                "update learner_upload set received = ? where id = ? and received = ?",
                List.of(offset + part.length, upload.id(), offset));
        if (moved == 0) return false;
        var rows = new ArrayList<List<Object>>();
        for (var packed : Packed.pack(part)) rows.add(List.of(upload.id(), offset, rows.size(), packed));
        sql.batch("insert into learner_upload_part (upload_id, starts_at, part_no, packed) values (?, ?, ?, ?)", rows);
        return true;
    }

    /** All that came, in its order. */
    byte[] content(UUID id) {
        var parts = new TreeMap<Integer, List<String>>();
        sql.rows(
                "select starts_at, packed from learner_upload_part where upload_id = ? order by starts_at, part_no",
                row -> parts.computeIfAbsent(row.number("starts_at"), _ -> new ArrayList<>())
                        .add(row.text("packed")),
                List.of(id));
        var content = new ByteArrayOutputStream();
        for (var part : parts.values()) content.writeBytes(Packed.unpack(part));
        return content.toByteArray();
    }

    void delete(UUID id) {
        sql.update("delete from learner_upload_part where upload_id = ?", List.of(id));
        sql.update("delete from learner_upload where id = ?", List.of(id));
    }

    /** Deletes what took too long; returns how many. */
    int forget() {
        var old = sql.rows("select id from learner_upload where begun_at <= ?", row -> row.id("id"), List.of(since()));
        old.forEach(this::delete);
        return old.size();
    }

    private Instant since() {
        return now().minus(LearnerUpload.GOOD_FOR);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
