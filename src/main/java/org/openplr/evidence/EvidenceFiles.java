package org.openplr.evidence;

import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.party.Uln;
import org.openplr.platform.Ids;
import org.openplr.platform.Part;
import org.openplr.platform.Sql;

/**
 * The files, sealed. Whoever may keep, read or delete them is decided, and written to the ledger, by who asks, in the same
 * transaction.
 */
@Part
public class EvidenceFiles {
    private static final String COLUMNS =
            "id, about, file_no, name, kind, size_bytes, digest, scanned, given_at, deleted_at";
    private static final String SELECT = "select " + COLUMNS + " from evidence_file where ";
    private static final int PER_PART = 1024 * 1024;

    private final Sql sql;
    private final LearnerKeys keys;
    private final InstantSource clock;
    private final Ids ids;

    @Inject
    EvidenceFiles(Sql sql, LearnerKeys keys, InstantSource clock, Ids ids) {
        this.sql = sql;
        this.keys = keys;
        this.clock = clock;
        this.ids = ids;
    }

    /** Keeps a file that was examined, about something of a learner's. */
    public EvidenceFile keep(UUID about, Uln learner, UUID givenBy, Examined.Fit fit) {
        var id = ids.next();
        var number = numberOf(about) + 1;
        sql.update(
                "insert into evidence_file (" + COLUMNS + ", uln, given_by) values (" + Sql.places(12) + ")",
                Arrays.asList(
                        id,
                        about,
                        number,
                        fit.name(),
                        fit.kind().name(),
                        fit.content().length,
                        SealedBytes.digest(fit.content()),
                        fit.scanned(),
                        now(),
                        null,
                        learner.digits(),
                        givenBy));
        store(id, SealedBytes.seal(keys.toSeal(learner), id, ids.secret(SealedBytes.NONCE_BYTES), fit.content()));
        return find(about, number).orElseThrow();
    }

    private void store(UUID id, byte[] sealed) {
        for (var at = 0; at < sealed.length; at += PER_PART)
            sql.update(
                    "insert into evidence_part (file_id, part_no, sealed) values (?, ?, ?)",
                    List.of(id, at / PER_PART, Arrays.copyOfRange(sealed, at, Math.min(at + PER_PART, sealed.length))));
    }

    private int numberOf(UUID about) {
        return sql.rows(
                        "select coalesce(max(file_no), 0) as last_no from evidence_file where about = ?",
                        row -> row.number("last_no"),
                        List.of(about))
                .getFirst();
    }

    /** All about one thing, those that are gone too, as they were given. */
    public List<EvidenceFile> about(UUID about) {
        return sql.rows(SELECT + "about = ? order by file_no", EvidenceFiles::read, List.of(about));
    }

    public Optional<EvidenceFile> find(UUID about, int number) {
        return sql.rows(SELECT + "about = ? and file_no = ?", EvidenceFiles::read, List.of(about, number)).stream()
                .findFirst();
    }

    /** What is in a file; empty where it is gone. */
    public Optional<byte[]> open(EvidenceFile file) {
        var sealed = new ByteArrayOutputStream(file.size() + 64);
        sql.rows(
                "select part_no, sealed from evidence_part where file_id = ? order by part_no",
                row -> {
                    sealed.writeBytes(row.bytes("sealed"));
                    return row.number("part_no");
                },
                List.of(file.id()));
        if (sealed.size() == 0) return Optional.empty();
        return keys.toOpen(whose(file)).map(key -> SealedBytes.open(key, file.id(), sealed.toByteArray()));
    }

    /** What has a file that was given before, behind a place: the oldest first. */
    public List<UUID> holding(Instant before, String behind, int most) {
        return sql.rows(
                "select distinct about from evidence_file where deleted_at is null and given_at < ? and about > ?"
                        + " order by about fetch first " + most + " rows only",
                row -> row.id("about"),
                List.of(before, behind));
    }

    /** Deletes the files about one thing; that they were there stays known. Returns those that went. */
    public List<EvidenceFile> delete(UUID about) {
        var gone = new ArrayList<EvidenceFile>();
        for (var file : about(about)) if (file.isThere() && delete(file)) gone.add(file);
        return gone;
    }

    private boolean delete(EvidenceFile file) {
        var deleted = sql.update(
                "update evidence_file set deleted_at = ? where id = ? and deleted_at is null",
                List.of(now(), file.id()));
        if (deleted == 0) return false;
        sql.update("delete from evidence_part where file_id = ?", List.of(file.id()));
        keys.forgetIfIdle(whose(file));
        return true;
    }

    /** Forgets the files about something that never came to be. */
    public void forget(UUID about) {
        about(about).forEach(file -> forget(about, file.number()));
    }

    /** Forgets one file about something that is not said yet; false where there is none. */
    public boolean forget(UUID about, int number) {
        var file = find(about, number);
        if (file.isEmpty()) return false;
        var whose = whose(file.get());
        sql.update(
                "delete from evidence_part where file_id = ?",
                List.of(file.get().id()));
        sql.update("delete from evidence_file where id = ?", List.of(file.get().id()));
        keys.forgetIfIdle(whose);
        return true;
    }

    private Uln whose(EvidenceFile file) {
        return sql.rows(
                        "select uln from evidence_file where id = ?",
                        row -> new Uln(row.text("uln")),
                        List.of(file.id()))
                .getFirst();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static EvidenceFile read(Sql.Row row) throws SQLException {
        return new EvidenceFile(
                row.id("id"),
                row.id("about"),
                row.number("file_no"),
                row.text("name"),
                FileKind.valueOf(row.text("kind")),
                row.number("size_bytes"),
                row.text("digest"),
                row.flag("scanned"),
                row.moment("given_at"),
                row.momentIfAny("deleted_at"));
    }
}
