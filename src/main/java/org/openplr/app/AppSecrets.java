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

    /** So long a refresh token that comes again is taken for a repetition: a second tab, or an answer that was lost. */
    static final Duration GRACE = Duration.ofSeconds(10);

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

    /** The first refresh token of a permission. */
    String refresh(UUID permission) {
        var token = ids.secretText(BYTES);
        keep(permission, token);
        return token;
    }

    /**
     * The refresh token that comes after this one; those the permission has used long ago are forgotten. It is always the
     * same, so that whoever repeats a request gets what was answered before and there is never a second line of tokens.
     */
    String next(Kept used, String token) {
        var next = pepper.digest(beforeNext(token));
        sql.update(
                "delete from app_refresh where permission = ? and used_at < ?",
                List.of(used.permission, now().minus(REMEMBERED)));
        keep(used.permission, next);
        return next;
    }

    /** The token that came after this one, where it is still to be used. */
    Optional<String> unusedNext(String token) {
        return pepper.keyIds().stream()
                .map(key -> pepper.digest(key, beforeNext(token)))
                .filter(next -> !sql.rows(
                                "select digest from app_refresh where used_at is null and digest in ("
                                        + Sql.places(pepper.keyIds().size()) + ")",
                                row -> row.text("digest"),
                                digests(ofRefresh(next)))
                        .isEmpty())
                .findFirst();
    }

    private void keep(UUID permission, String token) {
        sql.update(
                "insert into app_refresh (digest, permission, made_at) values (" + Sql.places(3) + ")",
                List.of(pepper.digest(ofRefresh(token)), permission, now()));
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

    /** Whether it was used, but so lately that it may be the same request again. */
    boolean isRepeated(Kept refresh) {
        return !sql.rows(
                        "select digest from app_refresh where digest = ? and used_at > ?",
                        row -> row.text("digest"),
                        List.of(refresh.digest, now().minus(GRACE)))
                .isEmpty();
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

    private static String beforeNext(String token) {
        return "app-next:" + token;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
