package org.openplr.identity;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.platform.Ids;
import org.openplr.platform.Part;
import org.openplr.platform.Pepper;
import org.openplr.platform.Secrets;
import org.openplr.platform.Sql;

/** Invitations: made, tried, used once. */
@Part
class Invitations {
    static final Duration LIFE = Duration.ofDays(7);
    static final int TRIES = 10;

    private static final String INSERT =
            "insert into identity_invitation (" + Invitation.COLUMNS + ", tries) values (" + Sql.places(11) + ", 0)";
    private static final String LIVE = "used_at is null and ends_at > ?";
    private static final String TRY =
            "update identity_invitation set tries = tries + 1 where selector = ? and tries < " + TRIES + " and " + LIVE;
    private static final String GIVE_BACK =
            "update identity_invitation set tries = tries - 1 where id = ? and tries > 0 and used_at is null";
    private static final String USE = "update identity_invitation set used_at = ? where id = ? and " + LIVE;
    private static final String OPEN = "select " + Invitation.COLUMNS + " from identity_invitation where ukprn = ? and "
            + LIVE + " and tries < " + TRIES + " and account_id is null order by made_at, id";

    private final Sql sql;
    private final Pepper pepper;
    private final InstantSource clock;
    private final Ids ids;

    @Inject
    Invitations(Sql sql, Secrets secrets, InstantSource clock, Ids ids) {
        this.sql = sql;
        this.pepper = secrets.recovery();
        this.clock = clock;
        this.ids = ids;
    }

    /** One that was made, with its code, which is nowhere else. */
    record Made(Invitation invitation, InvitationCode code) {}

    /**
     * Makes one, and forgets those that ended.
     *
     * @param account whose new way in it is, null for somebody new: those that the account had before are void
     */
    Made make(Ukprn organisation, @Nullable UUID account, String name, Set<Role> roles, UUID by) {
        var now = now();
        sql.update("delete from identity_invitation where ends_at < ?", List.of(now));
        if (account != null) sql.update("delete from identity_invitation where account_id = ?", List.of(account));
        var code = draw();
        var key = pepper.currentKey();
        var made = new Invitation(
                ids.next(),
                code.selector(),
                key,
                pepper.digest(key, place(code)),
                organisation,
                account,
                name,
                roles,
                by,
                now,
                now.plus(LIFE));
        sql.update(INSERT, made.values());
        return new Made(made, code);
    }

    private InvitationCode draw() {
        InvitationCode code;
        do code = InvitationCode.draw(ids);
        while (find(code).isPresent());
        return code;
    }

    /** Those of somebody new that nobody has used, the oldest first. */
    List<Invitation> open(Ukprn organisation) {
        return sql.rows(OPEN, Invitation::of, List.of(organisation.digits(), now()));
    }

    /** Takes one of the ten tries there are, and says what it found; a right one gets its try back. */
    Optional<Invitation> tried(InvitationCode code) {
        if (sql.update(TRY, List.of(code.selector(), now())) == 0) return Optional.empty();
        var right = find(code).filter(found -> pepper.matches(found.pepper(), found.digest(), place(code)));
        right.ifPresent(found -> sql.update(GIVE_BACK, List.of(found.id())));
        return right;
    }

    /** Uses it up; false where somebody else was faster. */
    boolean use(Invitation invitation) {
        var now = now();
        return sql.update(USE, List.of(now, invitation.id(), now)) == 1;
    }

    /** Takes back one of somebody new; false where there is none of this id that waits. */
    boolean withdraw(Ukprn organisation, UUID id) {
        return sql.update(
                        "delete from identity_invitation where id = ? and ukprn = ? and account_id is null"
                                + " and used_at is null",
                        List.of(id, organisation.digits()))
                == 1;
    }

    /** Whoever's access was ended has no new way in, and nobody comes in by an invitation of theirs. */
    void forget(UUID account) {
        sql.update(
                "delete from identity_invitation where account_id = ? or (made_by = ? and used_at is null)",
                List.of(account, account));
    }

    private Optional<Invitation> find(InvitationCode code) {
        return sql
                .rows(
                        "select " + Invitation.COLUMNS + " from identity_invitation where selector = ?",
                        Invitation::of,
                        List.of(code.selector()))
                .stream()
                .findFirst();
    }

    /** Never the digest of a recovery code: those begin with an account. */
    private static String place(InvitationCode code) {
        return "invitation:" + code.text();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
