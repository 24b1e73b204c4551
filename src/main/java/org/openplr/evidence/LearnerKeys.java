package org.openplr.evidence;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.openplr.party.Uln;
import org.openplr.platform.Ids;
import org.openplr.platform.Part;
import org.openplr.platform.Secrets;
import org.openplr.platform.Sql;
import org.openplr.platform.Strongbox;

/**
 * A key of 256 bits for each learner of whom there is a file, itself sealed with the key of the settings and for that learner only.
 * When the last file goes it goes too, and what copies of the database hold of those files opens no more without them.
 */
@Part
class LearnerKeys {
    private static final int BYTES = 32;

    private final Sql sql;
    private final Strongbox box;
    private final Ids ids;

    @Inject
    LearnerKeys(Sql sql, Secrets secrets, Ids ids) {
        this(sql, secrets.evidence(), ids);
    }

    LearnerKeys(Sql sql, Strongbox box, Ids ids) {
        this.sql = sql;
        this.box = box;
        this.ids = ids;
    }

    /** The learner's key for a file that is to be kept: made where there is none, and held until the transaction ends. */
    SecretKeySpec toSeal(Uln learner) {
        if (!hold(learner)) {
            var fresh = ids.secret(BYTES);
            sql.update(
                    "insert into evidence_key (uln, sealed, held) values (?, ?, 1)",
                    List.of(learner.digits(), box.seal(place(learner), fresh)));
            return new SecretKeySpec(fresh, "AES");
        }
        return toOpen(learner).orElseThrow();
    }

    /** The learner's key, where there is one. */
    Optional<SecretKeySpec> toOpen(Uln learner) {
        return sql
                .rows(
                        "select sealed from evidence_key where uln = ?",
                        row -> row.text("sealed"),
                        List.of(learner.digits()))
                .stream()
                .findFirst()
                .map(text -> new SecretKeySpec(box.open(place(learner), text), "AES"));
    }

    /** Forgets the key where no file needs it; a file that is being kept meanwhile is waited for. */
    void forgetIfIdle(Uln learner) {
        if (hold(learner)) sql.update("""
            delete from evidence_key where uln = ? and not exists (
                select 1 from evidence_file f where f.uln = evidence_key.uln and f.deleted_at is null)\
            """, List.of(learner.digits()));
    }

    private boolean hold(Uln learner) {
        return sql.update("update evidence_key set held = held + 1 where uln = ?", List.of(learner.digits())) == 1;
    }

    private static String place(Uln learner) {
        return "evidence-key:" + learner.digits();
    }
}
