package org.openplr.challenge;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.openplr.platform.Part;
import org.openplr.platform.Sql;

/** The letters that were taken. */
@Part
class LetterTable {
    private static final String COLUMNS =
            "id, reference, challenge, made_at, language, item, learner, since, due_by, signed";
    private static final String SELECT = "select " + COLUMNS + " from challenge_letter where ";
    private static final String ANSWERED = "select happened_at from challenge_step where challenge = ? and step in"
            + " ('UPHOLD', 'UPHOLD_PARTLY', 'REJECT', 'WITHDRAW') order by revision desc fetch first 1 rows only";

    private final Sql sql;

    @Inject
    LetterTable(Sql sql) {
        this.sql = sql;
    }

    void add(Letter one) {
        sql.update(
                "insert into challenge_letter (" + COLUMNS + ") values (" + Sql.places(10) + ")",
                Arrays.asList(
                        one.id(),
                        one.code(),
                        one.challenge(),
                        one.made(),
                        one.language().getLanguage(),
                        one.item(),
                        one.learner(),
                        one.since(),
                        one.dueBy(),
                        one.signed()));
    }

    /** Those about a challenge, the newest first. */
    List<Letter> of(UUID challenge) {
        return sql.rows(SELECT + "challenge = ? order by id desc", LetterTable::read, List.of(challenge));
    }

    Optional<Letter> find(UUID id) {
        return sql.rows(SELECT + "id = ?", LetterTable::read, List.of(id)).stream()
                .findFirst();
    }

    Optional<Letter> byCode(String code) {
        return sql.rows(SELECT + "reference = ?", LetterTable::read, List.of(code)).stream()
                .findFirst();
    }

    /** When a challenge was last decided, or withdrawn. */
    Optional<Instant> ended(UUID challenge) {
        return sql.rows(ANSWERED, row -> row.moment("happened_at"), List.of(challenge)).stream()
                .findFirst();
    }

    int forget(Instant before) {
        return sql.update("delete from challenge_letter where made_at < ?", List.of(before));
    }

    private static Letter read(Sql.Row row) throws SQLException {
        return new Letter(
                row.id("id"),
                row.text("reference"),
                row.id("challenge"),
                row.moment("made_at"),
                Locale.of(row.text("language")),
                row.text("item"),
                row.text("learner"),
                row.date("since"),
                row.dateIfAny("due_by"),
                row.text("signed"));
    }
}
