package org.openplr.share;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/**
 * Salts the PINs of shares from before they were, each for its share. A PIN is not known for it: the salt goes over the
 * digest that is there.
 */
@Service
class Salting {
    static final int AT_ONCE = 500;

    private static final String UNSALTED =
            "select id, factor_key, factor_digest, factor_on_link from share_grant where factor_kind = 'PIN' and"
                    + " factor_salt = '' fetch first " + AT_ONCE + " rows only";
    private static final String SALT =
            "update share_grant set factor_digest = ?, factor_salt = ? where id = ? and factor_salt = ''";

    private final Sql sql;
    private final Vault vault;

    @Inject
    Salting(Sql sql, Vault vault) {
        this.sql = sql;
        this.vault = vault;
    }

    private record Unsalted(UUID share, String keyId, String digest, boolean onLink) {
        static Unsalted read(Sql.Row row) throws SQLException {
            return new Unsalted(
                    row.id("id"), row.text("factor_key"), row.text("factor_digest"), row.flag("factor_on_link"));
        }
    }

    /** Salts some; how many. Of several servers that do so at once, one salts a share. */
    int some() {
        return sql.batch(
                SALT,
                sql.rows(UNSALTED, Unsalted::read, List.of()).stream()
                        .map(this::salted)
                        .toList());
    }

    private List<Object> salted(Unsalted one) {
        var kept = vault.salted(one.keyId, one.digest, one.share.toString(), one.onLink);
        return List.of(kept.digest(), kept.salt(), one.share);
    }
}
