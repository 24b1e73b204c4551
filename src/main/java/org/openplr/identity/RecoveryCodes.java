package org.openplr.identity;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openplr.platform.Ids;
import org.openplr.platform.Pepper;
import org.openplr.platform.Secrets;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/**
 * Ten codes for the day the phone is lost: each does once what an authenticator app does.
 *
 * <p>Sixteen characters of an alphabet without look-alikes and vowels, 70 bits; kept as digests under a key that is not
 * in the database. Shown once, when they are made.
 */
@Service
public class RecoveryCodes {
    static final int HOW_MANY = 10;

    private static final String ALPHABET = "36789BDFGHJKMPQRTVWXY";
    private static final int GROUPS = 4;
    private static final int GROUP = 4;
    private static final String INSERT = "insert into identity_recovery_code (account_id, digest) values (?, ?)";

    private final Sql sql;
    private final Pepper pepper;
    private final Freshness freshness;
    private final Sessions sessions;
    private final Ids ids;

    @Inject
    RecoveryCodes(Sql sql, Secrets secrets, Freshness freshness, Sessions sessions, Ids ids) {
        this.sql = sql;
        this.pepper = secrets.recovery();
        this.freshness = freshness;
        this.sessions = sessions;
        this.ids = ids;
    }

    /**
     * Makes ten new ones; those from before are worth nothing.
     *
     * @return the codes as they are shown; they are nowhere else
     * @throws org.openplr.platform.Mistake FORBIDDEN {@code prove-again}
     */
    public List<String> make(SignedInSession session) {
        freshness.require(session);
        var codes = Stream.generate(this::code).distinct().limit(HOW_MANY).toList();
        forget(session.account());
        sql.batch(
                INSERT,
                codes.stream()
                        .map(code -> List.of(
                                session.account().toString(),
                                pepper.digest(Codes.place(session.account(), Codes.plain(code)))))
                        .toList());
        sessions.note(session, "account.recovery-codes-made");
        return codes;
    }

    void forget(UUID account) {
        sql.update("delete from identity_recovery_code where account_id = ?", List.of(account));
    }

    private String code() {
        return IntStream.range(0, GROUPS).mapToObj(_ -> group()).collect(Collectors.joining("-"));
    }

    private String group() {
        return IntStream.range(0, GROUP)
                .mapToObj(_ -> ALPHABET.charAt(ids.below(ALPHABET.length())))
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
