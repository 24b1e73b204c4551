package org.openplr.identity;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.openplr.audit.Ledger;
import org.openplr.platform.Pepper;
import org.openplr.platform.Secrets;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/** Takes the codes that prove a second factor: one of the authenticator app, or a recovery code; each once. */
@Service
class Codes {
    private static final Pattern OF_AN_APP = Pattern.compile("[0-9]{" + Totp.DIGITS + "}");
    private static final int LONGEST = 40;

    private final TotpSecrets apps;
    private final Sql sql;
    private final Pepper pepper;
    private final InstantSource clock;
    private final Ledger ledger;

    @Inject
    Codes(TotpSecrets apps, Sql sql, Secrets secrets, InstantSource clock, Ledger ledger) {
        this.apps = apps;
        this.sql = sql;
        this.pepper = secrets.recovery();
        this.clock = clock;
        this.ledger = ledger;
    }

    /** Whether this account asks for a code after its passphrase. */
    boolean areAsked(UUID account) {
        return apps.isOn(account);
    }

    /** Takes a code, and uses it up. */
    boolean accepts(Account account, String typed) {
        if (typed.length() > LONGEST) return false;
        var code = plain(typed);
        return OF_AN_APP.matcher(code).matches() ? apps.spend(account.id(), code) : acceptsRecovery(account, code);
    }

    /** Takes a recovery code, and uses it up: of two at once, one. */
    boolean acceptsRecovery(Account account, String typed) {
        if (typed.length() > LONGEST) return false;
        var values = new ArrayList<Object>();
        values.add(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        values.add(account.id());
        for (var key : pepper.keyIds()) values.add(pepper.digest(key, place(account.id(), plain(typed))));
        var used = sql.update(
                "update identity_recovery_code set used_at = ? where account_id = ? and used_at is null and digest in ("
                        + Sql.places(values.size() - 2) + ")",
                values);
        if (used == 1) ledger.write(AccountEvent.done(account, "account.recovery-code-used"));
        return used == 1;
    }

    /** What of a typed code counts: letters and digits, in capitals. */
    static String plain(String typed) {
        return typed.replaceAll("[^\\p{Alnum}]", "").toUpperCase(Locale.ROOT);
    }

    /** A recovery code is digested for its account: two accounts with one code have different digests. */
    static String place(UUID account, String plain) {
        return account + ":" + plain;
    }
}
