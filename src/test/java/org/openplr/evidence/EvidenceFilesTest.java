package org.openplr.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openplr.evidence.EvidenceFixtures.pdf;
import static org.openplr.evidence.EvidenceFixtures.picture;
import static org.openplr.learner.LearnerFixtures.freshUln;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.openplr.party.Uln;
import org.openplr.platform.Ids;
import org.openplr.platform.Sql;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

class EvidenceFilesTest {
    private final FixedClock clock = FixedClock.at("2026-09-01T10:00:00Z");
    private final Uln learner = freshUln();
    private final UUID about = UUID.randomUUID();

    private <T> T in(Database db, Function<EvidenceFiles, T> work) {
        return db.call(
                em -> work.apply(EvidenceFixtures.files(new Sql(em), clock, new Ids(clock, new SecureRandom()))));
    }

    private List<EvidenceFile> listed(Database db) {
        return in(db, files -> files.about(about));
    }

    private List<EvidenceFile> deleted(Database db) {
        return in(db, files -> files.delete(about));
    }

    private Optional<byte[]> opened(Database db, EvidenceFile file) {
        return in(db, files -> files.open(file));
    }

    private static Examined.Fit fit(String name, byte[] content) {
        return new Examined.Fit(FileKind.PDF, name, content, true);
    }

    private EvidenceFile kept(Database db, UUID about, byte[] content) {
        return in(db, files -> files.keep(about, learner, UUID.randomUUID(), fit("letter.pdf", content)));
    }

    private static List<byte[]> stored(Database db, UUID file) {
        return db.call(em -> new Sql(em)
                .rows(
                        "select sealed from evidence_part where file_id = ? order by part_no",
                        row -> row.bytes("sealed"),
                        List.of(file)));
    }

    private List<String> key(Database db) {
        return db.call(em -> new Sql(em)
                .rows(
                        "select sealed from evidence_key where uln = ?",
                        row -> row.text("sealed"),
                        List.of(learner.digits())));
    }

    @OnBothDatabases
    void whatIsKeptComesBackByteByByte(Database db) {
        var content = new byte[Examining.LARGEST];
        new Random(7).nextBytes(content);

        var file = kept(db, about, content);

        assertThat(opened(db, file).orElseThrow()).isEqualTo(content);
        assertThat(stored(db, file.id()))
                .as("a megabyte each, and what sealing adds")
                .hasSize(11);
        assertThat(file.digest()).hasSize(64);
        assertThat(listed(db)).containsExactly(file);
    }

    @OnBothDatabases
    void noByteOfItStandsInTheDatabase(Database db) {
        var file = kept(db, about, pdf());

        var stored = new String(stored(db, file.id()).getFirst(), StandardCharsets.ISO_8859_1);
        assertThat(stored).doesNotContain("%PDF", "endobj", "startxref");
    }

    @OnBothDatabases
    void eachLearnerHasAKeyOfTheirOwnAndOneForAllTheirFiles(Database db) {
        kept(db, about, pdf());
        kept(db, UUID.randomUUID(), pdf());
        var other = new EvidenceFilesTest();
        other.kept(db, other.about, pdf());

        assertThat(key(db)).hasSize(1).isNotEqualTo(other.key(db));
    }

    /** Neither another file's bytes nor another learner's key open in its place. */
    @OnBothDatabases
    void whatIsPutInAnothersPlaceDoesNotOpen(Database db) {
        var one = kept(db, about, pdf());
        var two = kept(db, about, picture("png", 40, 30));
        db.run(em -> new Sql(em)
                .update(
                        "update evidence_part set sealed = ? where file_id = ?",
                        Arrays.asList(stored(db, one.id()).getFirst(), two.id())));

        assertThatThrownBy(() -> opened(db, two)).isInstanceOf(IllegalStateException.class);

        var other = new EvidenceFilesTest();
        other.kept(db, other.about, pdf());
        db.run(em -> new Sql(em)
                .update(
                        "update evidence_key set sealed = ? where uln = ?",
                        List.of(other.key(db).getFirst(), learner.digits())));
        assertThatThrownBy(() -> opened(db, one)).isInstanceOf(IllegalStateException.class);
    }

    @OnBothDatabases
    void whatIsDeletedIsGoneAndThatItWasThereStays(Database db) {
        var file = kept(db, about, pdf());
        clock.forward(java.time.Duration.ofDays(1));

        assertThat(deleted(db)).hasSize(1);

        assertThat(stored(db, file.id())).isEmpty();
        assertThat(opened(db, file)).isEmpty();
        var fact = listed(db).getFirst();
        assertThat(fact.deleted()).isEqualTo(clock.instant());
        assertThat(fact.digest()).isEqualTo(file.digest());
        assertThat(fact.name()).isEqualTo("letter.pdf");
        assertThat(deleted(db)).as("once").isEmpty();
    }

    @OnBothDatabases
    void whenTheLastFileOfALearnerGoesTheKeyGoes(Database db) {
        var other = UUID.randomUUID();
        kept(db, about, pdf());
        kept(db, other, pdf());

        deleted(db);
        assertThat(key(db)).hasSize(1);
        in(db, files -> {
            files.forget(other);
            return true;
        });
        assertThat(key(db)).isEmpty();
    }
}
