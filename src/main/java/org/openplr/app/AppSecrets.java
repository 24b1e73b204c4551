package org.openplr.app;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.platform.Ids;
import org.openplr.platform.Part;
import org.openplr.platform.Pepper;
import org.openplr.platform.Secrets;
import org.openplr.platform.Sql;

/**
 * The codes and refresh tokens of apps, by their keyed digests. One is used by a conditional update, so that of two who
 * bring it at once one gets something.
 */
@Part
class AppSecrets {
    static final Duration CODE = Duration.ofSeconds(60);

    /** So long a used code or refresh token is known as one; after that it is only unknown. */
    static final Duration REMEMBERED = Duration.ofDays(30);

    private static final int BYTES = 32;
    private static final int LONGEST = 64;
    private static final String OF_CODE = """
        select s.digest, s.permission, p.client, p.scope, s.redirect, s.challenge
        from app_code s join app_permission p on p.id = s.permission where s.digest in\
        """;
    private static final String OF_REFRESH = """
        select s.digest, s.permission, p.client, p.scope
        from app_refresh s join app_permission p on p.id = s.permission where s.digest in\
        """;

    private final Sql sql;
    private final Pepper pepper;
    private final InstantSource clock;
    private final Ids ids;

    @Inject
    AppSecrets(Sql sql, Secrets secrets, InstantSource clock, Ids ids) {
        this.sql = sql;
        this.pepper = secrets.session();
        this.clock = clock;
        this.ids = ids;
    }

    /** One that was found, used or not, and whose it is. */
    record Kept(String digest, UUID permission, UUID client, String scope) {
        private static Kept read(Sql.Row row) throws SQLException {
            return new Kept(row.text("digest"), row.id("permission"), row.id("client"), row.text("scope"));
        }

        boolean isOf(UUID app) {
            return client.equals(app);
        }
    }

    /** A code, and what it was made for. */
    record KeptCode(Kept kept, String redirect, String challenge) {}

    /** A code; those of long ago are forgotten. */
    String code(UUID permission, String redirect, String challenge) {
        sql.update("delete from app_code where made_at < ?", List.of(now().minus(REMEMBERED)));
        var code = ids.secretText(BYTES);
        sql.update(
                "insert into app_code (digest, permission, redirect, challenge, made_at) values (" + Sql.places(5)
                        + ")",
                List.of(pepper.digest(ofCode(code)), permission, redirect, challenge, now()));
        return code;
    }

    Optional<KeptCode> code(String code) {
        if (code.length() > LONGEST) return Optional.empty();
        var digests = digests(ofCode(code));
        return sql
                .rows(
                        OF_CODE + " (" + Sql.places(digests.size()) + ")",
                        row -> new KeptCode(Kept.read(row), row.text("redirect"), row.text("challenge")),
                        digests)
                .stream()
                .findFirst();
    }

    /** Uses a code up; false where it is too old, or was used. */
    boolean take(KeptCode code) {
        return sql.update(
                        "update app_code set used_at = ? where digest = ? and used_at is null and made_at > ?",
                        List.of(now(), code.kept.digest, now().minus(CODE)))
                == 1;
    }

    boolean isUsed(KeptCode code) {
        return !sql.rows(
                        "select digest from app_code where digest = ? and used_at is not null",
                        row -> row.text("digest"),
                        List.of(code.kept.digest))
                .isEmpty();
    }

    /** The next refresh token of a permission; those it has used long ago are forgotten. */
    String refresh(UUID permission) {
        var token = ids.secretText(BYTES);
        sql.update(
                "delete from app_refresh where permission = ? and used_at < ?",
                List.of(permission, now().minus(REMEMBERED)));
        sql.update(
                "insert into app_refresh (digest, permission, made_at) values (" + Sql.places(3) + ")",
                List.of(pepper.digest(ofRefresh(token)), permission, now()));
        return token;
    }

    Optional<Kept> refresh(String token) {
        if (token.length() > LONGEST) return Optional.empty();
        var digests = digests(ofRefresh(token));
        return sql.rows(OF_REFRESH + " (" + Sql.places(digests.size()) + ")", Kept::read, digests).stream()
                .findFirst();
    }

    /** Uses a refresh token up; false where it was used. */
    boolean take(Kept refresh) {
        return sql.update(
                        "update app_refresh set used_at = ? where digest = ? and used_at is null",
                        List.of(now(), refresh.digest))
                == 1;
    }

    private List<String> digests(String text) {
        return pepper.keyIds().stream().map(key -> pepper.digest(key, text)).toList();
    }

    /** Never the digest of a session, or of one another: those secrets have no colon. */
    private static String ofCode(String code) {
        return "app-code:" + code;
    }

    private static String ofRefresh(String token) {
        return "app-refresh:" + token;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
